import type { Finding } from '../../src/diagnosis/finding.ts';

/** A finding about one service that says its id, with a line that says it louder; a test says what is different. */
export function aFinding(id: string, changes: Partial<Finding> = {}): Finding {
	const sentence = changes.sentence ?? id;
	return {
		id,
		severity: 'warning',
		confidence: 'high',
		sentence,
		serviceArns: ['a'],
		evidence: [{ text: `${sentence}!`, api: 'ecs:DescribeServices' }],
		ruledOut: [],
		next: [],
		...changes,
	};
}
