import { useTranslation } from 'react-i18next';
import { spanForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { Button } from '../../parts/button.tsx';
import { DateBox, TimeBox } from '../../parts/date-time.tsx';
import { FieldPart } from '../../parts/field.tsx';
import { instantAt } from '../../parts/local-day.ts';
import { useReader } from '../../parts/reader.tsx';
import type { Calendar } from './whose.ts';

type Blocks = Calendar['blocks'];

export interface BlockDraft {
  readonly fromDay?: string | undefined;
  readonly fromClock?: string | undefined;
  readonly untilDay?: string | undefined;
  readonly untilClock?: string | undefined;
}

/** Exact times that are taken by something else, on the calendar’s own clock. */
export function BlocksForm({
  zone,
  blocks,
  draft,
  onBlocks,
  onDraft,
}: {
  readonly zone: string;
  readonly blocks: Blocks;
  /** Typed, and not yet among the blocks. */
  readonly draft: BlockDraft;
  readonly onBlocks: (blocks: Blocks) => void;
  readonly onDraft: (draft: BlockDraft) => void;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const made = blockOf(zone, draft);
  const set = (changed: BlockDraft) => onDraft({ ...draft, ...changed });
  return (
    <FieldPart name="calendar.blocks">
      <ul className="spans">
        {blocks.map((block) => (
          <li key={`${block.start} ${block.end}`} className="span-row">
            <span>{spanForPeople(block, zone, reader)}</span>
            <Button quiet small onClick={() => onBlocks(blocks.filter((other) => other !== block))}>
              {t('calendar.remove')}
              <span className="unseen"> {spanForPeople(block, zone, reader)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <DateBox
        name="blockFromDay"
        label={t('calendar.blockFromDay')}
        held={[draft.fromDay, (fromDay) => set({ fromDay, untilDay: draft.untilDay ?? fromDay })]}
      />
      <TimeBox
        name="blockFrom"
        label={t('calendar.blockFrom')}
        held={[draft.fromClock, (fromClock) => set({ fromClock })]}
      />
      <DateBox
        name="blockUntilDay"
        label={t('calendar.blockUntilDay')}
        held={[draft.untilDay, (untilDay) => set({ untilDay })]}
      />
      <TimeBox
        name="blockUntil"
        label={t('calendar.blockUntil')}
        held={[draft.untilClock, (untilClock) => set({ untilClock })]}
      />
      <Button
        quiet
        disabled={made === undefined}
        onClick={() => {
          if (made === undefined) return;
          onBlocks([...blocks, made].toSorted((one, other) => (one.start < other.start ? -1 : 1)));
          onDraft({});
        }}
      >
        {t('calendar.add')}
      </Button>
    </FieldPart>
  );
}

/** The block that was typed, once it is whole and ends after it begins. */
export function blockOf(
  zone: string,
  { fromDay, fromClock, untilDay, untilClock }: BlockDraft,
): Blocks[number] | undefined {
  if (fromDay === undefined || fromClock === undefined || untilDay === undefined || untilClock === undefined)
    return undefined;
  const [start, end] = [instantAt(zone, fromDay, fromClock), instantAt(zone, untilDay, untilClock)];
  return start < end ? { start, end } : undefined;
}
