/** The answers about the business that differ for one pipeline or product family. */
import { Button, Checkbox, Flex, Input, Text, Tile } from '@hubspot/ui-extensions';
import { mappingTexts } from '@rapport/shared/mapping-texts.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { useState } from 'react';
import { FamilyAnswer } from './FamilyAnswer.tsx';
import { PercentInput } from './PercentInput.tsx';
import type { PartProps } from './Settings.tsx';

const marginsPath = 'level.enteredMarginByFamily';

/** By the values of the property that names the product family. */
export function Families(props: PartProps) {
  const { settings, viewer, changes } = props;
  const texts = mappingTexts(viewer.language);
  const [name, setName] = useState('');
  const families = changes.draft.families ?? settings.families;
  const add = () => {
    changes.set({ families: { ...families, [name.trim()]: settings.questionnaire } });
    setName('');
  };
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.families}</SectionTitle>
      <Text variant="microcopy">{texts.familiesHelp}</Text>
      {Object.keys(families).map((family) => (
        <Tile key={family} compact={true}>
          <Flex direction="column" gap="sm">
            <Text format={{ fontWeight: 'demibold' }}>{family}</Text>
            <OwnAnswer family={family} {...props} />
          </Flex>
        </Tile>
      ))}
      {settings.mayChange && (
        <Flex direction="row" gap="sm" align="end">
          <Input label={texts.familyName} name="family" value={name} onInput={setName} onChange={setName} />
          <Button disabled={name.trim() === ''} onClick={add}>
            {texts.addFamily}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

/** Of one family: as the whole portal, until somebody answers for it. */
export function OwnAnswer({ family, settings, viewer, texts, changes }: PartProps & { family: string }) {
  const words = mappingTexts(viewer.language);
  const families = changes.draft.families ?? settings.families;
  const own = Object.hasOwn(families, family) ? families[family] : undefined;
  const drafted = changes.draft.fields?.[marginsPath];
  // Nothing but this part puts anything there.
  const margins = drafted === undefined ? settings.familyMargins : (drafted as typeof settings.familyMargins);
  const { [family]: _left, ...others } = families;
  const { [family]: margin = null, ...otherMargins } = margins;
  return (
    <Flex direction="column" gap="sm">
      <Checkbox
        name={`own-${family}`}
        checked={own !== undefined}
        readOnly={!settings.mayChange}
        description={words.ownHelp}
        onChange={(isOwn) =>
          changes.set({ families: isOwn ? { ...others, [family]: settings.questionnaire } : others })
        }
      >
        {words.own}
      </Checkbox>
      {own !== undefined && (
        <FamilyAnswer
          name={family}
          answer={own}
          texts={texts.questions}
          readOnly={!settings.mayChange}
          set={(answer) => changes.set({ families: { ...others, [family]: answer } })}
        >
          <PercentInput
            label={words.margin}
            description={words.marginHelp}
            name={`${family}-margin`}
            readOnly={!settings.mayChange}
            share={margin}
            min={-1}
            max={1}
            set={(share) =>
              changes.setField(
                marginsPath,
                share === null ? otherMargins : { ...otherMargins, [family]: share },
              )
            }
          />
        </FamilyAnswer>
      )}
    </Flex>
  );
}
