import { Box, renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { createPanes } from '../../src/app/panes.ts';
import type { LogTail } from '../../src/store/log-tail.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import type { AllBindings, ViewContext } from '../../src/views/pane.ts';
import { INITIAL_TABLE, type UiState } from '../../src/views/ui-state.ts';
import { ActionDialog } from '../../src/views/actions/action-dialog.tsx';
import { aChange } from '../fixtures/a-change.ts';
import { aDialog } from '../fixtures/a-dialog.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT, PROD, REGION, serviceArn } from '../fixtures/shop.ts';
import { viewContext } from '../views/view-context.ts';

const PANES = createPanes();
const IDS = PANES.all.map(({ id }) => id);
const DEFAULTS = allBindings({}, PANES.all);
/** Every action has a key that none has by default; some of them exist on no keyboard, which nobody minds here. */
const OWN = allBindings(
	Object.fromEntries(actions(DEFAULTS).map(({ id }, index) => [id, [`ctrl-alt-${index}`]])),
	PANES.all,
);

function actions({ everywhere, cover, dialog, panes }: AllBindings) {
	return [everywhere, cover, dialog, ...panes].flatMap(({ bindings }) => bindings);
}

const CHECKOUT = serviceArn('checkout');
const NOTHING_PASSES = Object.fromEntries(IDS.map((id) => [id, { ...INITIAL_TABLE, filter: 'nothing-has-this' }]));
const shop = shopPicture();
const bare: Picture = { ...EMPTY_PICTURE, clusters: { [REGION]: { value: [], readAt: NIGHT } } };
const idle: Picture = {
	...shop,
	services: { [PROD]: { value: {}, readAt: NIGHT } },
	tasks: { [CHECKOUT]: { value: {}, readAt: NIGHT } },
	scaling: { [CHECKOUT]: { value: null, readAt: NIGHT } },
};

const cart = shop.services[PROD]?.value?.[serviceArn('cart')];
const fine: Picture = {
	...shop,
	services: { [PROD]: { value: cart ? { [cart.serviceArn]: cart } : {}, readAt: NIGHT } },
};

/** A log without lines, of which older ones may be found. */
function silentTail(): LogTail {
	const tail = shopLogTail();
	const state = { ...tail.getState(), lines: { length: 0, at: () => undefined, version: 1 }, atBeginning: false };
	return { ...tail, getState: () => state };
}

/** States in which the console says what to press. */
const STATES: readonly (readonly [picture: Picture, ui: Partial<UiState>, logTail?: LogTail])[] = [
	[EMPTY_PICTURE, { serviceArn: undefined, taskArn: undefined }],
	[bare, { serviceArn: undefined, taskArn: undefined }],
	[idle, { serviceArn: CHECKOUT, taskArn: 'gone' }],
	[shop, { serviceArn: CHECKOUT, tables: NOTHING_PASSES }],
	[shop, { serviceArn: CHECKOUT, tables: { services: { ...INITIAL_TABLE, filter: 'nothing-has-this' } } }],
	[fine, { faultsOnly: true }],
	[shop, { serviceArn: CHECKOUT }, silentTail()],
];

/** All that the panes and their keys say in these states, and the keys on every full screen. */
function said(bindings: AllBindings): string {
	const whyOff = (context: ViewContext) => actions(bindings).flatMap((one) => one.offBecause?.(context) ?? []);
	const full = IDS.flatMap((id) => whyOff(viewContext({ bindings, ui: { screens: [id] } })));
	const drawn = STATES.flatMap(([picture, ui, logTail = shopLogTail()]) => {
		const settings = { ...viewContext().settings, profiles: [], regions: [REGION] };
		const context = viewContext({ bindings, picture, settings, now: NIGHT, logTail, ui });
		return [
			...PANES.all
				.filter(({ id }) => id !== 'help')
				.map(({ Body }) => {
					const body = <Body context={context} width={120} height={10} focused />;
					return stripVTControlCharacters(renderToString(body, { columns: 120 }));
				}),
			...whyOff(context),
		];
	});
	return [...full, ...drawn].join('\n');
}

/** `Esc takes the filter away`, `g looks for older ones`, `sort by a column first, with >`. */
const HINT =
	/(?:^|[ ;,:])(Esc|Enter|Space|Tab|Ctrl-\S|\S) (?:takes|goes|shows|chooses|looks|another|on a task)\b|, with (\S)$/gmu;
const NAMED_KEY = /\b(?:Esc|Enter|Space|Tab|Ctrl-[a-z])\b/u;

test('what the console tells to press are the keys that the person has', () => {
	const keys = (text: string) => new Set(Array.from(text.matchAll(HINT), ([, one, other]) => one ?? other));
	expect(keys(said(DEFAULTS))).toEqual(new Set(['Esc', 'Enter', 'C', 'e', 'A', 'r', 'p', 'v', 'g', '!', '/', '>']));
	const own = said(OWN);
	expect(keys(own)).toEqual(new Set());
	expect(own).not.toMatch(NAMED_KEY);
	expect(own).toContain('Ctrl-Alt-');
});

test('a dialog and the screen of a change tell the keys that the person has', () => {
	const drawn = (bindings: AllBindings) => {
		const context = viewContext({ bindings, acts: { dialog: undefined, changes: [aChange()] } });
		const states = [
			aDialog({ values: { count: '6' }, tooEarly: true }),
			aDialog({ values: { count: '6' }, phase: 'checking', tooEarly: true }),
			aDialog({ draft: undefined, phase: 'reading', tooEarly: true }),
		];
		const [change] = PANES.all.filter(({ id }) => id === 'change');
		return [
			...states.map((dialog) => <ActionDialog key="" {...{ context, dialog }} columns={80} rows={11} />),
			...(change ? [<change.Body key="" context={context} width={80} height={24} focused />] : []),
		]
			.map((screen) => stripVTControlCharacters(renderToString(<Box height={24}>{screen}</Box>, { columns: 80 })))
			.join('\n');
	};
	expect(drawn(DEFAULTS)).toMatch(/lines more \(PgDn\)[^]*press Enter again[^]*U lists the changes/u);
	const own = drawn(OWN);
	expect(own).not.toMatch(NAMED_KEY);
	expect(own).not.toMatch(/PgDn|U lists/u);
});
