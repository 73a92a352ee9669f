import { expect, test } from 'vitest';
import { stateLines } from '../../../src/views/service/state-lines.ts';
import { lineText } from '../../../src/views/text-line.ts';
import { aService } from '../../fixtures/a-service.ts';
import { shopPicture } from '../../fixtures/shop-picture.ts';
import { SERVICES } from '../../fixtures/shop-service.ts';
import { crashes } from '../../fixtures/shop-task.ts';
import { NIGHT, PROD } from '../../fixtures/shop.ts';
import { viewContext } from '../view-context.ts';

const serviceNamed = (name: string) => SERVICES.find(({ serviceName }) => serviceName === name) ?? aService(name);

function stateOf(name: string, picture = shopPicture()): string {
	const [first = []] = stateLines(serviceNamed(name), viewContext({ picture, now: NIGHT }), 120);
	return lineText(first);
}

test('says since when it is so, where that is known', () => {
	expect(stateOf('payments')).toMatch(/, since 02:58:10$/u);
});

test('gives no beginning to what may have begun before all that is known', () => {
	const stoppedTasks = { [PROD]: { value: crashes(serviceNamed('cart'), 12) } };
	expect(stateOf('cart', { ...shopPicture(), stoppedTasks })).toMatch(/, for 56m or longer$/u);
});
