import { describe, expect, it } from 'vitest';
import { createLog, errorFields } from '../src/log.ts';
import { CrmError } from '../src/usecases/crm-error.ts';

function logged(fields: object): string {
  const lines: string[] = [];
  createLog('info', { write: (line) => void lines.push(line) }).info(fields, 'something happened');
  return lines.join('');
}

describe('the log', () => {
  it('hides persons and secrets, at the top and one level below', () => {
    const line = logged({
      portal: 7,
      email: 'a@b.example',
      contact: { label: 'Ada', id: '5' },
      accessToken: 'tok',
      call: { authorization: 'Bearer x' },
    });
    expect(line).not.toMatch(/a@b|Ada|tok|Bearer/);
    expect(JSON.parse(line)).toMatchObject({ portal: 7, contact: { label: '[hidden]', id: '5' } });
  });

  it('stays one line of JSON whatever is logged', () => {
    const line = logged({ subject: 'a\r\nb\u001b[31m{"level":60}' });
    expect(line.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ subject: 'a\r\nb\u001b[31m{"level":60}' });
  });

  it('keeps the code of a foreign error and not its words, which quote values', () => {
    const duplicate = Object.assign(new Error('Key (email)=(a@b.example) already exists'), { code: '23505' });
    const error = new CrmError('Cannot write', { failure: 'unavailable', cause: duplicate });
    expect(JSON.stringify(errorFields(error))).not.toContain('a@b.example');
    expect(errorFields(error)).toMatchObject({
      failure: 'unavailable',
      cause: { type: 'Error', message: '23505' },
    });
  });

  it('keeps the words of a bug', () => {
    expect(errorFields(new TypeError('x is not a function'))).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function',
    });
  });
});
