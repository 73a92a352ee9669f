import { Text, render } from 'ink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConsole } from '../../src/app/create-console.ts';
import { useFirstSelection } from '../../src/app/use-first-selection.ts';
import { createScreen } from '../screens/harness.ts';
import { serviceArn } from '../fixtures/shop.ts';

const console = () =>
	createConsole({
		connect: () => Promise.reject(new Error()),
		connection: { regions: [] },
		clusters: [],
		contexts: [],
		crash: () => {},
		now: () => 0,
	});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Draws the hook with the row that is on top, and draws it again with another. */
function drawn(of: ReturnType<typeof console>) {
	function Selection({ top }: { readonly top: string }) {
		useFirstSelection(of, of.ui.getState().serviceArn, serviceArn(top));
		return <Text>{top}</Text>;
	}
	const { stdin, stdout } = createScreen();
	const instance = render(<Selection top="cart" />, { stdin, stdout, patchConsole: false, interactive: true });
	return { top: (name: string) => instance.rerender(<Selection top={name} />), end: () => instance.unmount() };
}

test('what is on top once things have settled stays selected', () => {
	const one = console();
	const { top, end } = drawn(one);
	vi.advanceTimersByTime(1_000);
	top('checkout');
	expect(one.ui.getState().serviceArn).toBeUndefined();
	vi.advanceTimersByTime(4_000);
	expect(one.ui.getState().serviceArn).toBe(serviceArn('checkout'));
	end();
});

test('what was chosen in the meantime is left alone', () => {
	const one = console();
	const { end } = drawn(one);
	one.dispatch({ type: 'select-service', serviceArn: serviceArn('search') });
	vi.advanceTimersByTime(5_000);
	expect(one.ui.getState().serviceArn).toBe(serviceArn('search'));
	end();
});
