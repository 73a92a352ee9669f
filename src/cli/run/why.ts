import { type Finding, SEVERITIES, type Severity } from '../../diagnosis/finding.ts';
import { findingsOf } from '../../diagnosis/judge-cluster.ts';
import { lastSegment, regionOf } from '../../model/arn.ts';
import type { CommandContext } from '../command.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { findService, findServices } from '../find.ts';
import { findingText } from '../findings-text.ts';
import { say } from '../io.ts';
import { judgeServices } from '../judge-services.ts';
import { printJson } from '../json/print-json.ts';
import { counted } from '../progress.ts';
import { reportFailure } from '../report-failure.ts';

export type WhyArguments = { readonly service?: string; readonly 'fail-on'?: Severity };

export async function runWhy({ args, io, target }: CommandContext<WhyArguments>): Promise<ExitStatus> {
	const opened = await target();
	const one = args.service === undefined ? undefined : await findService(opened, args.service, io.signal);
	// What several services of a cluster share shows only beside the others.
	const place = one ? { ...opened, clusterNames: [one.cluster.clusterArn] } : opened;
	const { found, missing } = await counted(io, 'services', (count) => findServices(place, io.signal, count));
	const services = found.map(({ service }) => service);
	const judged = await counted(io, `of ${services.length} services judged`, (count) =>
		judgeServices(opened.aws, services, io, {
			onCount: count,
			lastLines: one ? new Set([one.service.serviceArn]) : 'of the worst',
		}),
	);
	const findings = findingsOf([...judged.values()]).filter(
		({ serviceArns }) => one === undefined || serviceArns.includes(one.service.serviceArn),
	);

	if (!args.json) printFindings(findings, new Map(services.map((service) => [service.serviceArn, service.clusterArn])));
	else if (missing.length === 0) printJson(io, { findings });
	for (const { part, error } of missing) {
		say(
			io,
			args.json
				? `deckwatch: nothing is printed, since ${part} cannot be read; --json prints all or nothing.`
				: `deckwatch: ${part} is not judged:`,
		);
		reportFailure(error, io);
	}
	if (missing.length > 0) return EXIT.aws;
	return isWorthFailing(findings, args['fail-on']) ? EXIT.findings : EXIT.done;

	function printFindings(all: readonly Finding[], clusterArns: ReadonlyMap<string, string>): void {
		const placeOf = (serviceArn: string): string =>
			`${lastSegment(clusterArns.get(serviceArn) ?? '')} (${regionOf(serviceArn)})`;
		io.stdout.write(all.map((finding) => `${findingText(finding, placeOf)}\n`).join('\n'));
		if (all.length === 0) {
			const what = one
				? one.service.serviceName
				: services.length === 1
					? 'the only service'
					: `any of ${services.length} services`;
			say(io, `deckwatch: Nothing is found wrong with ${what}.`);
		}
	}
}

function isWorthFailing(findings: readonly Finding[], from: Severity | undefined): boolean {
	return (
		from !== undefined && findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(from))
	);
}
