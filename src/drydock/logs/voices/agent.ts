import type { Moment, Voice } from '../voice.ts';

const CHECKS = ['ecs_fargate', 'network', 'memory', 'uptime', 'container'] as const;

const QUEUES = ['collector-queue-15s', 'forwarder', 'dogstatsd-main'] as const;

/** A monitoring agent beside the application: much text, little news. */
export const agent: Voice = {
	opening: (moment) => [
		entry(moment, 'INFO', 'cmd/agent/run.go:241', 'Starting agent v7.73.0'),
		entry(moment, 'INFO', 'pkg/collector/scheduler.go:91', 'Loaded 5 checks'),
		entry(moment, 'INFO', 'comp/dogstatsd/listeners/udp.go:98', 'dogstatsd-udp: starting to listen on 127.0.0.1:8125'),
	],
	speak(moment) {
		const { dice, trouble } = moment;
		if (trouble !== undefined && dice.chance(0.3)) {
			return [
				entry(
					moment,
					'WARN',
					'pkg/collector/check.go:174',
					`Check ${dice.pick(CHECKS)} took ${dice.between(9, 28)} s, its interval is 15 s`,
				),
			];
		}
		if (trouble === 'busy' && dice.chance(0.3)) {
			const where = 'cmd/agent/api/agent/agent.go:239 in getHealth';
			return [entry(moment, 'DEBUG', where, `Healthcheck failed on: [${dice.pick(QUEUES)}]`)];
		}
		if (dice.chance(0.05)) {
			return [
				entry(
					moment,
					'INFO',
					'comp/forwarder/transaction.go:413',
					`Successfully posted payload to "/api/v1/series" (${dice.between(2, 60)} kB)`,
				),
			];
		}
		return [
			entry(
				moment,
				'DEBUG',
				'pkg/collector/worker.go:168',
				`check:${dice.pick(CHECKS)} | Done running check, ${dice.between(1, 40)} metrics`,
			),
		];
	},
	closing: (moment, ending) =>
		ending === 'terminated'
			? [entry(moment, 'INFO', 'cmd/agent/run.go:502', "Received signal 'terminated', shutting down...")]
			: [entry(moment, 'CRITICAL', 'cmd/agent/run.go:188', 'API key is missing, exiting')],
};

function entry({ at }: Moment, level: string, where: string, message: string): string {
	const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
	return `${time} UTC | CORE | ${level} | (${where}) | ${message}`;
}
