import type { Place } from '../../diagnosis/finding.ts';

/** What opens a place, in a word: `log`. */
export const PLACE_WORDS: Readonly<Record<Place['kind'], string>> = {
	event: 'event',
	task: 'task',
	target: 'health',
	metric: 'metrics',
	log: 'log',
	deployments: 'deployments',
	'task-definition': 'task definition',
	autoscaling: 'autoscaling',
	service: 'service',
};
