import { useEffect, useEffectEvent } from 'react';
import type { UiState } from '../views/ui-state.ts';
import type { Console } from './create-console.ts';

/** By then services, their health and their metrics have come in, and the order means something, ms. */
const SETTLED = 5_000;

/**
 * At first the selection is on the top row, whatever comes up there. Once things have settled it stays on its
 * service: what fails later comes to the top, but does not take the screen away from somebody who reads it.
 */
export function useFirstSelection(console: Console, chosen: string | undefined, shown: UiState['serviceArn']): void {
	const select = useEffectEvent(() => {
		if (console.ui.getState().serviceArn === undefined) console.dispatch({ type: 'select-service', serviceArn: shown });
	});
	const waiting = chosen === undefined && shown !== undefined;
	useEffect(() => {
		if (!waiting) return;
		const timer = setTimeout(select, SETTLED);
		return () => clearTimeout(timer);
	}, [waiting]);
}
