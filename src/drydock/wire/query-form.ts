import { fromBase64 } from '@smithy/core/serde';
import type { NormalizedSchema } from '@smithy/core/schema';

/** Form fields `Filters.member.1.Name=x` as a tree, one level for each dot. */
export type FormNode = { text?: string; readonly fields: Map<string, FormNode> };

/** Parses the body of an awsQuery request. */
export function parseForm(body: string): FormNode {
	const root: FormNode = { fields: new Map() };
	for (const [key, text] of new URLSearchParams(body)) {
		let node = root;
		for (const name of key.split('.')) {
			let field = node.fields.get(name);
			if (field === undefined) {
				field = { fields: new Map() };
				node.fields.set(name, field);
			}
			node = field;
		}
		node.text = text;
	}
	return root;
}

/** How a dialect of awsQuery writes member names and lists. */
type Names = {
	/** The field of a structure's member. */
	field(schema: NormalizedSchema, name: string): string;
	/** `Name.1` instead of `Name.member.1`, whatever the model says. */
	readonly flatLists: boolean;
};

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
const QUERY_NAMES: Names = { field: wireName, flatLists: false };

/** https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export const EC2_NAMES: Names = {
	field(schema, name) {
		const own = schema.getMergedTraits()['ec2QueryName'];
		return typeof own === 'string' ? own : capitalised(wireName(schema, name));
	},
	flatLists: true,
};

/** The form's fields as the shape `schema` describes, the mirror of the SDK's query serializer. */
export function readForm(schema: NormalizedSchema, node: FormNode, names = QUERY_NAMES): unknown {
	if (schema.isStructSchema()) {
		const structure: Record<string, unknown> = {};
		for (const [name, member] of schema.structIterator()) {
			const field = node.fields.get(names.field(member, name));
			if (field !== undefined) structure[name] = readForm(member, field, names);
		}
		return structure;
	}
	if (schema.isListSchema()) {
		const member = schema.getValueSchema();
		const items = names.flatLists ? inOrder(node) : numbered(schema, node, wireName(member, 'member'));
		return items.map((item) => readForm(member, item, names));
	}
	if (schema.isMapSchema()) return readMap(schema, node);
	return readScalar(schema, node.text ?? '');
}

function readMap(schema: NormalizedSchema, node: FormNode): Readonly<Record<string, unknown>> {
	const keyName = wireName(schema.getKeySchema(), 'key');
	const value = schema.getValueSchema();
	const entries = numbered(schema, node, 'entry').map((entry): [string, unknown] => [
		entry.fields.get(keyName)?.text ?? '',
		readForm(value, entry.fields.get(wireName(value, 'value')) ?? { fields: new Map() }),
	]);
	return Object.fromEntries(entries);
}

function readScalar(schema: NormalizedSchema, text: string): unknown {
	if (schema.isBooleanSchema()) return text === 'true' ? true : text === 'false' ? false : text;
	if (schema.isNumericSchema()) return text === '' ? Number.NaN : Number(text);
	if (schema.isTimestampSchema()) return new Date(text);
	if (schema.isBlobSchema()) return fromBase64(text);
	return text;
}

/** The fields `<inner>.1`, `<inner>.2` … or, in a flattened list, `1`, `2` …, in order. */
function numbered(schema: NormalizedSchema, node: FormNode, inner: string): readonly FormNode[] {
	const parent = schema.getMergedTraits()['xmlFlattened'] ? node : node.fields.get(inner);
	return parent === undefined ? [] : inOrder(parent);
}

function inOrder({ fields }: FormNode): readonly FormNode[] {
	return [...fields].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, field]) => field);
}

function capitalised(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

function wireName(schema: NormalizedSchema, name: string): string {
	return schema.getMergedTraits().xmlName ?? name;
}
