import { describeStore } from '../../tests/contract/store.ts';
import { memoryStore } from './memory-store.ts';

describeStore('memory store', async (portfolio, published) => memoryStore(portfolio, { published }));
