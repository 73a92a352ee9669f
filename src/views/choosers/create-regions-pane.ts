import type { Column } from '../../components/column.ts';
import { AWS_REGIONS, type AwsRegion } from '../../model/aws-regions.ts';
import { keyOf } from '../key-of.ts';
import { createMemo } from '../memo.ts';
import type { Pane, ViewContext } from '../pane.ts';
import { createChooser } from './create-chooser.tsx';

/** All regions of AWS, and any other that is connected; several can be shown together. */
export function createRegionsPane(): Pane {
	const remembered = createMemo<readonly AwsRegion[]>();
	return createChooser<AwsRegion>({
		id: 'regions',
		name: 'Regions',
		many: true,
		columns: regionColumns,
		items: ({ settings }) => remembered([settings.regions], () => knownRegions(settings.regions)),
		keyOf: ({ code }) => code,
		chosen: ({ settings }) => settings.regions,
		choose: ({ settings: { profile }, effects }, regions) =>
			effects.connect({ ...(profile === undefined ? {} : { profile }), regions }),
		empty: (context) => ({ why: 'No regions are known.', press: `${keyOf(context, 'back')} goes back.` }),
	});
}

/** The connected ones first: they are what one comes for. */
function knownRegions(connected: readonly string[]): readonly AwsRegion[] {
	const first = connected.map((code) => AWS_REGIONS.find((region) => region.code === code) ?? { code, name: '' });
	return [...first, ...AWS_REGIONS.filter(({ code }) => !connected.includes(code))];
}

function regionColumns({ theme, picture }: ViewContext): readonly Column<AwsRegion>[] {
	const clusters = (code: string): number | undefined => picture.clusters[code]?.value?.length;
	return [
		{ id: 'region', title: 'REGION', width: { min: 14, ideal: 18 }, priority: 0, cell: ({ code }) => [{ text: code }] },
		{
			id: 'name',
			title: 'NAME',
			width: { min: 16, ideal: 28, flex: 1 },
			priority: 1,
			cell: ({ name }) => [{ text: name, color: theme.dim }],
		},
		{
			id: 'clusters',
			title: 'CLUSTERS',
			align: 'right',
			width: { min: 8, ideal: 8 },
			priority: 2,
			largestFirst: true,
			cell: ({ code }) => [{ text: String(clusters(code) ?? '-') }],
			sortBy: ({ code }) => clusters(code),
		},
	];
}
