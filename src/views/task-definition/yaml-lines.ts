import { stringify } from 'yaml';
import { cellWidth } from '../../components/cell-width.ts';
import { safeText } from '../../model/safe-text.ts';
import { wrapText } from '../wrap.ts';
import { lineWidth, span, type TextLine } from '../text-line.ts';

const KEY = /^(?<indent>\s*(?:- )*)(?<key>[^\s:#][^:]*):(?<rest> .*)?$/u;

/**
 * A document as YAML, keys in another tone than values; long values go on in the next line. Its texts are as AWS
 * delivered them: each row is cleaned here.
 */
export function yamlLines(document: Readonly<Record<string, unknown>>, width: number): readonly TextLine[] {
	const text = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
	return text
		.trimEnd()
		.split('\n')
		.flatMap((row) => yamlLine(safeText(row), width));
}

function yamlLine(row: string, width: number): readonly TextLine[] {
	const { indent = '', key, rest = '' } = KEY.exec(row)?.groups ?? {};
	if (key === undefined) return hang([], row, width, 2);
	const head: TextLine = [span(indent), span(`${key}:`, 'accent')];
	return hang(head, rest, width, indent.length + 2);
}

/** The value after its key, in as many lines as it takes, the later ones set in. */
function hang(head: TextLine, rest: string, width: number, indent: number): readonly TextLine[] {
	const used = lineWidth(head);
	const indented = Math.min(indent, Math.floor(width / 2));
	if (used + cellWidth(rest) <= width) return [[...head, span(rest)]];
	const pad = rest.length - rest.trimStart().length;
	const room = Math.max(1, width - Math.max(used + pad, indented));
	const [first = '', ...more] = wrapText(rest.trimStart(), room);
	return [[...head, span(' '.repeat(pad) + first)], ...more.map((piece) => [span(' '.repeat(indented)), span(piece)])];
}
