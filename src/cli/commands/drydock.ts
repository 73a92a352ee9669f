import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { UsageError } from '../usage-error.ts';

type Arguments = {
	readonly port: number;
	readonly scenario: string;
	readonly speed: number;
	readonly seed: number;
	readonly fault: string | undefined;
};

export const drydock: Command<Arguments> = {
	command: 'drydock',
	describe: 'Run the simulator as a standalone server',
	builder: (yargs) =>
		yargs.options({
			port: { type: 'number', nargs: 1, default: 4566, describe: 'Port on loopback; 0 picks a free one' },
			scenario: {
				type: 'string',
				nargs: 1,
				default: 'shop',
				describe: 'A scenario by name, or a YAML file of your own',
			},
			speed: { type: 'number', nargs: 1, default: 1, describe: 'Simulated seconds per real second' },
			seed: { type: 'number', nargs: 1, default: 1, describe: 'The same seed makes the same world' },
			fault: {
				type: 'string',
				nargs: 1,
				describe: 'What goes wrong from the start, as JSON: {"operation":"ecs:*","throttled":0.5}',
			},
		}),
	async run({ args, io }) {
		const [{ createDrydock }, { startServer }, { control }] = await Promise.all([
			import('../../drydock/drydock.ts'),
			import('../../drydock/server.ts'),
			import('../../drydock/wire/control.ts'),
		]);
		const { scenario, speed, seed } = args;
		checkNumbers(args);
		const world = await opening(() => createDrydock({ scenario, speed, seed }));
		if (args.fault !== undefined) {
			const { fault: body } = args;
			const answer = control({ method: 'POST', path: '/_drydock/faults', body }, world.dispatcher, world.control);
			if (answer.status !== 200) throw new UsageError(`--fault: ${(answer.body as { error: string }).error}`);
		}
		const server = await opening(() =>
			startServer({ dispatcher: world.dispatcher, port: args.port, world: world.control }),
		);
		world.start();
		const { url } = server;
		const { regions } = world;
		if (args.json) io.stdout.write(`${JSON.stringify({ url, scenario, regions })}\n`);
		else {
			io.stdout.write(
				`drydock runs ${scenario} at ${url}, regions ${regions.join(' and ')}. Ctrl-C stops it.\n` +
					`  aws --endpoint-url ${url} --region ${regions[0]} ecs list-clusters\n` +
					`  deckwatch --endpoint-url ${url} --region ${regions.join(',')}\n`,
			);
		}
		// Started by a console for its demo: ends with it, however that ends.
		process.send?.({ url, regions });
		process.once('disconnect', () => process.exit());
		await new Promise<void>((resolve) => {
			io.signal.addEventListener('abort', () => resolve(), { once: true });
		});
		world.stop();
		await server.close();
		return EXIT.done;
	},
};

function checkNumbers({ port, speed }: Arguments): void {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port is a number from 0 to 65535.');
	// As the control endpoint takes it.
	if (speed <= 0 || speed > 3600) throw new UsageError('--speed is a number above 0 and up to 3600.');
}

/** @throws {UsageError} for what the person can mend: a scenario with mistakes, a port that is taken. */
async function opening<T>(open: () => T | Promise<T>): Promise<T> {
	try {
		return await open();
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		if (error.name === 'ScenarioError') throw new UsageError(error.message);
		if ('code' in error && error.code === 'EADDRINUSE')
			throw new UsageError(`${error.message}: choose another --port.`);
		throw error;
	}
}
