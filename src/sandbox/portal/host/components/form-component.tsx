/** HubSpot's form: collects the named values below it and hands them over when it is submitted. */
import type { FormProps } from '@hubspot/ui-extensions';
import type { FormEvent } from 'react';

export function Form({ onSubmit, autoComplete, children }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    // A card lives on the record page: a real submission would leave it, whatever `preventDefault` says.
    event.preventDefault();
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget)) values[name] = String(value);
    // The handler is a proxy of the card's function: it takes plain data only.
    const send = onSubmit as unknown as ((event: object, reactions: object) => void) | undefined;
    send?.({ type: 'submit', bubbles: true, timeStamp: performance.now(), id: '', targetValue: values }, {});
  };
  return (
    // What is wrong with a field is said by the card, in its own words: the browser's would come first and hide them.
    <form className="hs-form" autoComplete={autoComplete} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
