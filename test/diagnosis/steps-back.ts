import type { Finding, NextStep } from '../../src/diagnosis/finding.ts';

/** What of a finding's advice goes back to an older revision. */
export function stepsBack({ next }: Pick<Finding, 'next'>): readonly NextStep[] {
	return next.filter(
		({ text, binding, command = '' }) =>
			binding === 'act.rollback' ||
			command.startsWith('deckwatch rollback') ||
			(/\broll(?:ing)? ?back\b/iu.test(text) && !text.startsWith('Do not roll back')),
	);
}
