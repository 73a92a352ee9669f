import { TIMELINE_KINDS } from '../../diagnosis/timeline/timeline-entry.ts';
import type { Command } from '../command.ts';
import type { EventsArguments } from '../run/events.ts';

export const events: Command<EventsArguments> = {
	command: 'events [service]',
	describe: 'List what happened, oldest first: deployments, changes, scaling, tasks, alarms, events',
	builder: (yargs) =>
		yargs
			.positional('service', { type: 'string', describe: 'Service by name or ARN' })
			.option('since', { type: 'string', nargs: 1, describe: 'How far back: 30m, 2h, or a time: 2026-11-20T12:00Z' })
			.option('kind', { type: 'string', array: true, nargs: 1, choices: TIMELINE_KINDS, describe: 'Only these kinds' })
			.option('markdown', { type: 'boolean', describe: 'As a table for the post-mortem' }),
	async run(context) {
		const { runEvents } = await import('../run-commands.ts');
		return runEvents(context);
	},
};
