/** HubSpot's components that report: alerts, states, progress, scores, statistics and steps. */
import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
  StepIndicatorProps,
} from '@hubspot/ui-extensions';
import { sizeOf } from './distance.ts';
import { Drawing } from './drawing.tsx';

export function Alert({ title, variant = 'info', children }: AlertProps) {
  const kind = variant === 'danger' ? 'error' : variant;
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={`hs-alert ${kind}`}>
      <strong>{title}</strong>
      {children && <div>{children}</div>}
    </div>
  );
}

export function EmptyState({
  title = 'No data',
  layout = 'horizontal',
  reverseOrder,
  imageName,
  imageWidth = 150,
  flush,
  children,
}: EmptyStateProps) {
  const className = `hs-empty ${layout}${reverseOrder ? ' reverse' : ''}${flush ? ' flush' : ''}`;
  return (
    <div className={className}>
      <div>
        <h3 className="hs-heading">{title}</h3>
        <div className="hs-text bodytext">{children}</div>
      </div>
      <Drawing name={imageName ?? 'object'} alt="" width={imageWidth} />
    </div>
  );
}

export function ErrorState({ title = 'Something went wrong', type = 'error', children }: ErrorStateProps) {
  return (
    <div role="alert" className="hs-empty vertical error">
      <div>
        <h3 className="hs-heading">{title}</h3>
        <div className="hs-text bodytext">{children}</div>
      </div>
      <Drawing name={type === 'lock' ? 'lock' : 'error'} alt="" width={120} />
    </div>
  );
}

export function LoadingSpinner({ label, showLabel, size, layout = 'inline' }: LoadingSpinnerProps) {
  return (
    <div role="status" className={`hs-loading ${layout}`}>
      <span className={`hs-spinner ${sizeOf(size, 'sm')}`} aria-hidden="true" />
      <span className={showLabel ? '' : 'sr-only'}>{label}</span>
    </div>
  );
}

export function ProgressBar(props: ProgressBarProps) {
  const { title, value = 0, variant = 'success', showPercentage, valueDescription } = props;
  const most = props.maxValue ?? props.valueMax ?? 100;
  const percent = most > 0 ? Math.round((100 * Math.min(Math.max(value, 0), most)) / most) : 0;
  return (
    <div className="hs-progress">
      {(title || showPercentage) && (
        <div className="hs-progress-title">
          <span>{title}</span>
          {showPercentage && <span>{percent}%</span>}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={props['aria-label'] ?? title ?? 'Progress'}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={value}
        className={`hs-progress-bar ${variant}`}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      {valueDescription && <div className="hs-text microcopy">{valueDescription}</div>}
    </div>
  );
}

const circle = 2 * Math.PI * 26;

export function ScoreCircle({ score }: ScoreProps) {
  const share = Math.min(Math.max(score, 0), 100) / 100;
  const mood = share >= 0.67 ? 'high' : share >= 0.34 ? 'middle' : 'low';
  return (
    <svg
      className={`hs-score ${mood}`}
      viewBox="0 0 64 64"
      width="64"
      height="64"
      role="img"
      aria-label={`Score ${score} of 100`}
    >
      <circle cx="32" cy="32" r="26" />
      <circle
        className="filled"
        cx="32"
        cy="32"
        r="26"
        strokeDasharray={`${share * circle} ${circle}`}
        transform="rotate(-90 32 32)"
      />
      <text x="32" y="38" textAnchor="middle">
        {Math.round(score)}
      </text>
    </svg>
  );
}

export function Statistics({ children }: StatisticsProps) {
  return <div className="hs-statistics">{children}</div>;
}

export function StatisticsItem({ label, number, children }: StatisticsItemProps) {
  return (
    <div className="hs-statistic">
      <span className="label">{label}</span>
      <strong>{number}</strong>
      {children}
    </div>
  );
}

export function StatisticsTrend({ value, direction, color }: StatisticsTrendProps) {
  const tint = color ?? (direction === 'increase' ? 'green' : 'red');
  return (
    <span className={`hs-trend ${tint}`}>
      <span aria-hidden="true">{direction === 'increase' ? '▲' : '▼'}</span>
      <span className="sr-only">{direction === 'increase' ? 'up' : 'down'}</span> {value}
    </span>
  );
}

export function StepIndicator({
  stepNames,
  currentStep = 0,
  direction = 'horizontal',
  variant = 'default',
  circleSize,
  onClick,
}: StepIndicatorProps) {
  return (
    <ol className={`hs-steps ${direction} ${variant} size-${sizeOf(circleSize, 'sm')}`}>
      {stepNames.map((name, at) => {
        const state = at < currentStep ? 'done' : at === currentStep ? 'current' : 'open';
        const label = (
          <>
            <i aria-hidden="true">{at < currentStep ? '✓' : at + 1}</i>
            <span>{name}</span>
          </>
        );
        return (
          <li key={name} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            {onClick ? (
              <button type="button" className="hs-plain" onClick={() => onClick(at)}>
                {label}
              </button>
            ) : (
              label
            )}
          </li>
        );
      })}
    </ol>
  );
}
