import { useState } from 'react';
import { Button } from './button.tsx';
import { saveFile } from './save-file.ts';

export interface SaveButtonProps {
  readonly words: {
    readonly save: string;
    readonly making: string;
    readonly saved: (name: string) => string;
    readonly failed: string;
  };
  /** Makes the file; a rejection is told as a failure. */
  readonly make: () => Promise<{ readonly name: string; readonly content: Blob }>;
}

/** Makes a file and hands it to the browser; says on itself what became of it. Pressed twice, it makes one. */
export function SaveButton({ words, make }: SaveButtonProps) {
  const [state, setState] = useState<'ready' | 'making' | 'failed'>('ready');
  const [told, setTold] = useState('');
  const run = async () => {
    setState('making');
    setTold(words.making);
    try {
      const file = await make();
      saveFile(file);
      setState('ready');
      setTold(words.saved(file.name));
    } catch {
      setState('failed');
      setTold(words.failed);
    }
  };
  const texts = { ready: words.save, making: words.making, failed: words.failed };
  return (
    <>
      <Button isIdle={state === 'making'} onPress={() => void run()}>
        {texts[state]}
      </Button>
      <span role="status" className="visually-hidden">
        {told}
      </span>
    </>
  );
}
