import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { SaveButton } from './save-button.tsx';

const words = {
  save: 'Excel',
  making: 'Making the workbook',
  saved: (name: string) => `Saved ${name}`,
  failed: 'No workbook; try again',
};
const file = { name: 'file.xlsx', content: new Blob(['x']) };

test('a file is made once, however often the button is pressed meanwhile, and saved under its name', async () => {
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  let finish: (made: typeof file) => void = () => undefined;
  const make = vi.fn(() => new Promise<typeof file>((resolve) => (finish = resolve)));
  render(<SaveButton words={words} make={make} />);
  await userEvent.click(screen.getByRole('button', { name: 'Excel' }));
  await userEvent.click(screen.getByRole('button', { name: 'Making the workbook' }));
  expect(make).toHaveBeenCalledTimes(1);
  finish(file);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Saved file.xlsx'));
  expect(clicks).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('button', { name: 'Excel' })).toBeTruthy();
  clicks.mockRestore();
});

test('a failure is said on the button, which tries again', async () => {
  const make = vi.fn(() => Promise.reject(new Error('no answer')));
  render(<SaveButton words={words} make={make} />);
  await userEvent.click(screen.getByRole('button'));
  const again = await screen.findByRole('button', { name: 'No workbook; try again' });
  await userEvent.click(again);
  expect(make).toHaveBeenCalledTimes(2);
});
