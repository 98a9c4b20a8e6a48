import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { view } from '../store.ts';
import { formatView } from '../url-state.ts';
import type { View } from '../view.ts';

/** The whole address of a view. */
export const addressOfView = (shown: View): string => window.location.origin + formatView(shown);

/** The address that shows a ranking again: of its edition, once another will have come too. */
export const resultAddress = ({ edition }: RankingsAnswer): string =>
  addressOfView({ ...view.value, edition });
