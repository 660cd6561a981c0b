import { type FormEvent, useRef } from 'react';
import { useFrame } from '../frame.ts';
import { languages, useLocale } from '../locale.ts';
import { navigate } from '../router.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import { useDismiss } from '../ui/use-dismiss.ts';
import { ClockControl } from './ClockControl.tsx';

export function TopBar() {
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get('query') ?? '');
    navigate(`/contacts${query ? `?query=${encodeURIComponent(query)}` : ''}`);
  };
  return (
    <header className="top-bar">
      <search>
        <form className="search-box" onSubmit={search}>
          <Glyph name="search" size={16} />
          <input name="query" type="search" placeholder="Search contacts" aria-label="Search contacts" />
        </form>
      </search>
      <div className="top-right">
        <ClockControl />
        <Account />
      </div>
    </header>
  );
}

function Account() {
  const { portal } = useFrame();
  const { language, choose } = useLocale();
  const menu = useRef<HTMLDetailsElement>(null);
  useDismiss(menu, () => menu.current?.removeAttribute('open'));
  const name = `${portal.user.firstName} ${portal.user.lastName}`;
  return (
    <details className="account" ref={menu}>
      <summary>
        <Avatar title={name} />
        <span>{portal.name}</span>
        <Glyph name="downCarat" size={14} />
      </summary>
      <div className="popover">
        <strong>{name}</strong>
        <div className="quiet">{portal.user.email}</div>
        <dl className="pairs">
          <dt>Portal</dt>
          <dd>{portal.portalId}</dd>
          <dt>Time zone</dt>
          <dd>{portal.timeZone}</dd>
          <dt>Currency</dt>
          <dd>{portal.currency}</dd>
        </dl>
        <label className="field">
          Language of the cards
          <select value={language} onChange={({ target }) => choose(target.value === 'de' ? 'de' : 'en')}>
            {languages.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  );
}
