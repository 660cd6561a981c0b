import { useState } from 'react';
import { wordsOf } from '../api/call.ts';
import { useAlerts } from './Alerts.tsx';

/** Writes something, and tells the person in the corner when the portal refuses it. Answers whether it was written. */
export function useSaving() {
  const alert = useAlerts();
  const [isSaving, setSaving] = useState(false);
  const save = async (write: () => Promise<unknown>, refused: string): Promise<boolean> => {
    setSaving(true);
    try {
      await write();
      return true;
    } catch (error) {
      alert({ type: 'danger', title: refused, message: wordsOf(error) });
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { isSaving, save };
}
