import { SIGNS } from './signs.ts';

/** A line break and the beginning of a colour are by themselves, too. */
const PLAIN = new RegExp(`^[\\n\\x1b${SIGNS}]*$`, 'u');

/** Stands for `Intl.Segmenter` in the bundle: a real one is made for the first text that takes one. */
export class LateSegmenter {
	readonly #given: ConstructorParameters<typeof Intl.Segmenter>;
	#made: Intl.Segmenter | undefined;

	constructor(...given: ConstructorParameters<typeof Intl.Segmenter>) {
		this.#given = given;
	}

	segment(text: string): Segments {
		if (!PLAIN.test(text)) {
			// Not in one: that would be this class.
			const { Segmenter } = Intl;
			return (this.#made ??= new Segmenter(...this.#given)).segment(text);
		}
		const segments = Array.from(text, (segment, index) => ({ segment, index, input: text }));
		return Object.assign(segments, { containing: (index = 0) => segments[index] });
	}
}

type Segment = { readonly segment: string; readonly index: number; readonly input: string };
type Segments = Iterable<Segment> & { containing(index?: number): Segment | undefined };
