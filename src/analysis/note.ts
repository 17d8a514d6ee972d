import type { Repeats, TickedAlike } from '../responses/responses.ts';
import type { IssueCode } from '../responses/issues/issues.ts';
import type { SameWords } from '../responses/alike/same-words.ts';
import type { BaseRule, Sample } from '../survey/survey.ts';
import type { Breakdown, Disclosure, PartTable } from './analysis.ts';
import type { LeadChange, Sensitivity } from './campaigns.ts';
import type { UnanimousGroup } from './disclosure/unanimous.ts';
import type { Combination } from './combinations.ts';
import type { Figure } from './figures.ts';
import type { WeightingSummary } from './weights/weights.ts';

/** Something a reader of the figures must know; the words are in report/words/note-words.ts. */
export type Note =
  /** What every column asks, and how it is counted, was made from the export. */
  | { readonly code: 'no-definition' }
  | {
      /** More than half on one base rule and not on another. */
      readonly code: 'base-alarm';
      readonly question: string;
      readonly item: string;
      /** In this group of a breakdown. */
      readonly group?: { readonly by: string; readonly id: string; readonly label: string };
      readonly net: string;
      readonly shares: readonly {
        readonly rule: BaseRule;
        readonly figure: Figure;
        /** Whether it is more than half. */
        readonly isMajority: boolean;
      }[];
    }
  | {
      /** Nobody chose the middle of a scale, and nobody wrote down whether it was offered. */
      readonly code: 'middle-not-chosen';
      readonly options: readonly string[];
      readonly questions: readonly string[];
    }
  | {
      /** Options on the scale that somebody chose and that have no code, so that no mean is given. */
      readonly code: 'no-code';
      readonly question: string;
      readonly options: readonly string[];
    }
  | {
      /** How many responses are part of campaigns, and the results of which figures without them are hidden. */
      readonly code: 'campaigns';
      readonly responses: number;
      readonly campaigns: number;
      readonly hidden: readonly Pick<Breakdown, 'question' | 'item'>[];
    }
  /** A majority that there is only with a campaign, or only without it. */
  | { readonly code: 'campaign-majority'; readonly change: Sensitivity }
  /** More for than against only with a campaign, or only without it, and no majority either way. */
  | ({ readonly code: 'campaign-lead' } & LeadChange)
  /**
   * Responses that give the same answers to everything; without how many where that could tell what somebody
   * answered.
   */
  | { readonly code: 'same-answers'; readonly repeats: Repeats | null }
  /** Few words that several gave to a question; without how many where that could tell something about a person. */
  | ({ readonly code: 'same-words'; readonly isHidden: boolean } & SameWords)
  /** Responses that are alike in everything and wrote a few words or none. */
  | { readonly code: 'ticked-alike'; readonly alike: TickedAlike | null }
  /** Without free text and with few questions: responses alike say nothing. */
  | { readonly code: 'repeats-not-sought'; readonly items: number }
  | { readonly code: 'weighted'; readonly weighting: WeightingSummary }
  /**
   * What intervals are, how many tests were made, and how many responses were drawn, those in no group looked
   * at included.
   */
  | ({ readonly code: 'probability-sample'; readonly tests: number; readonly drawn: number } & Sample)
  | { readonly code: 'no-disclosure-control' }
  | DisclosureNote
  | { readonly code: 'decimals-on-small-base'; readonly decimals: number };

/** What is hidden so that nobody can be recognised, and what would hide less. */
export type DisclosureNote =
  /** How many figures are hidden, and how many there are to which that could happen. */
  | {
      readonly code: 'disclosure';
      readonly disclosure: Disclosure;
      /** Whether the lowest and the highest of numbers are hidden where their other statistics are not. */
      readonly areExtremesHidden: boolean;
      /**
       * Small counts that are shown on purpose: of those who would not say, who are no persons or in no
       * campaign, or who were left out for an answer.
       */
      readonly shown: readonly ('declined' | 'no-persons' | 'no-campaign' | 'left-out')[];
    }
  /**
   * Breakdowns, and profiles, which have no `byQuestions`, of which nothing can be shown: whatever is could
   * tell what must be hidden.
   */
  | {
      readonly code: 'withheld-tables';
      readonly tables: readonly Pick<Breakdown, 'question' | 'item' | 'byQuestions'>[];
      /** Views beside clarity that are left out for the same reason. */
      readonly views: readonly Pick<Combination, 'question' | 'item' | 'clarity'>[];
    }
  /** Questions of which nothing is shown: so few people were asked, or answered about themselves. */
  | { readonly code: 'few-asked'; readonly questions: Breakdown['byQuestions'] }
  /** Tables of a group's responses by channel, file or kind, of which nothing is shown for a small count in them. */
  | {
      readonly code: 'hidden-parts';
      readonly tables: readonly PartTable[];
      /** Whether there would be breakdowns by kind of respondent. */
      readonly isByKindToo: boolean;
    }
  /**
   * Problems with answers to some questions that are not among the issues: how many there are could tell what
   * is hidden.
   */
  | {
      readonly code: 'hidden-issues';
      readonly kinds: readonly { readonly code: IssueCode; readonly questions: Breakdown['byQuestions'] }[];
      /** Whether some of these answers are not counted. */
      readonly isError: boolean;
    }
  /**
   * Questions that are not set beside the population: how many gave an answer of which it is known would tell
   * what is hidden.
   */
  | { readonly code: 'hidden-population'; readonly questions: Breakdown['byQuestions'] }
  /** Some profiles are based on all who were asked: `basedOnAll` of the disclosure names them. */
  | { readonly code: 'based-on-all' }
  /** What all said less what this group said is what the others said: only one run at a time is looked at. */
  | { readonly code: 'beside-other-runs'; readonly isOfGroup: boolean }
  /** Nothing is weighted, though the definition asks for it: weighted results would tell what is hidden. */
  | { readonly code: 'not-weighted' }
  /** Weighted results are given as rounded only: exact ones would tell what is hidden. */
  | { readonly code: 'rounded-weights' }
  /**
   * Some groups within groups have fewer responses than `limit`: they are not listed, since that anybody is
   * in them tells something.
   */
  | {
      readonly code: 'unlisted-groups';
      readonly byQuestions: Breakdown['byQuestions'];
      readonly limit: number;
    }
  /**
   * Fewer than `limit` may be in no group of these questions, and what they answered, which is the total less
   * the groups, is hidden.
   */
  | {
      readonly code: 'few-in-no-group';
      readonly questions: readonly { readonly id: string; readonly text: string }[];
      /** Whether some are in none of the listed groups within a group. */
      readonly isNested: boolean;
      readonly limit: number;
    }
  /**
   * Answers of a profile that are hidden, or groups of which most is: counted as one, they may hide less. Or
   * groups that would have no small count. Or hidden answers of which several could be given, so that they cannot be counted as one.
   */
  | {
      readonly code: 'merge-to-show';
      readonly question: string;
      readonly answers: readonly string[];
      readonly as: 'answers' | 'groups' | 'enough' | 'several';
    }
  /** Groups all of whom gave the same answer: that tells it of each of them. */
  | { readonly code: 'unanimous-groups'; readonly groups: readonly UnanimousGroup[] }
  /** Groups that are hidden whole, having fewer responses than `limit`. */
  | {
      readonly code: 'small-groups';
      readonly by: string;
      readonly groups: readonly string[];
      /** Whether some of what they answered is shown, since the results of all tell it. */
      readonly areTold?: true;
      /** Whether there are groups of which no size is shown. */
      readonly areOthers?: true;
      readonly limit: number;
    };
