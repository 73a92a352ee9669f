import { rememberedKills } from '../../diagnosis/check-kills.ts';
import type { Evidence } from '../../diagnosis/evidence.ts';
import { containerChecks } from '../../diagnosis/health-sheet/container-checks.ts';
import { targetChecks } from '../../diagnosis/health-sheet/target-checks.ts';
import { lastSegment } from '../../model/arn.ts';
import type { CommandContext } from '../command.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { findService, findServices, type FoundService } from '../find.ts';
import type { Gathered } from '../gather.ts';
import { printHealth } from '../health-text.ts';
import { judgeServices } from '../judge-services.ts';
import { healthJson } from '../json/health-json.ts';
import { printJson } from '../json/print-json.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { counted } from '../progress.ts';

const COLUMNS: readonly PrintColumn<Evidence>[] = [
	{ title: 'SERVICE', text: ({ service }) => service.serviceName },
	{ title: 'CLUSTER', text: ({ service }) => lastSegment(service.clusterArn) },
	{ title: 'CONTAINERS', text: containersText },
	{ title: 'TARGETS', text: targetsText },
	{ title: 'KILLED', align: 'right', text: (evidence) => String(rememberedKills(evidence).length) },
];

export async function runHealth(context: CommandContext<{ readonly service?: string }>): Promise<ExitStatus> {
	const { args, io } = context;
	const target = await context.target();
	const { found, missing }: Gathered<FoundService> =
		args.service === undefined
			? await counted(io, 'services', (count) => findServices(target, io.signal, count))
			: { found: [await findService(target, args.service, io.signal)], missing: [] };
	const services = found.map(({ service }) => service);
	const judged = await counted(io, `of ${services.length} services looked at`, (count) =>
		judgeServices(target.aws, services, io, {
			onCount: count,
			lastLines: new Set(args.service === undefined ? [] : services.map(({ serviceArn }) => serviceArn)),
			all: true,
		}),
	);
	const rows = [...judged.values()].map(({ evidence }) => evidence);
	const [only] = rows;
	if (args.service === undefined || !only)
		return printList(context, { name: 'health', rows, columns: COLUMNS, toJson: healthJson, missing });
	if (args.json) printJson(io, healthJson(only));
	else printHealth(io, only);
	return EXIT.done;
}

/** `app 3/4 HEALTHY`; `-` where nothing is checked. */
function containersText(evidence: Evidence): string {
	const checks = containerChecks(evidence).checks.filter(({ tasks }) => tasks.length > 0);
	const texts = checks.map(({ container, tasks }) => {
		const healthy = tasks.filter((one) => one.container.healthStatus === 'HEALTHY').length;
		return `${container} ${healthy}/${tasks.length}`;
	});
	return texts.join(', ') || '-';
}

function targetsText(evidence: Evidence): string {
	const groups = targetChecks(evidence).flatMap(({ targets }) => (targets ? [targets] : []));
	const texts = groups.map(
		(targets) => `${targets.filter(({ target }) => target.state === 'healthy').length}/${targets.length}`,
	);
	return texts.join(', ') || '-';
}
