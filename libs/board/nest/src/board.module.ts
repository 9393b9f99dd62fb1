import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { BOARD_OPTIONS, type BoardOptions } from './board.options.js';
import { CaseFeed } from './case-feed.js';
import { CaseResolver } from './case.resolver.js';
import { CaseAdvance } from './casework/case-advance.js';
import { CaseSteps } from './casework/case-steps.js';
import { CaseworkResolver } from './casework/casework.resolver.js';
import { ClinicalFactsConsumer } from './casework/clinical-facts.consumer.js';
import { OpenCaseHandler } from './casework/open-case.handler.js';
import { PreparationResolver } from './casework/preparation.resolver.js';
import { ReferralResolver } from './casework/referral.resolver.js';
import { TakeStepHandler } from './casework/take-step.handler.js';
import { FindCasesHandler } from './find-cases.handler.js';
import { AttachmentsController } from './discussion/attachments.controller.js';
import { CaseTalk } from './discussion/case-talk.js';
import { DiscussionResolver } from './discussion/discussion.resolver.js';
import { FollowUpResolver } from './follow-up/follow-up.resolver.js';
import { LateData } from './late-data/late-data.js';
import { LateDataResolver } from './late-data/late-data.resolver.js';
import { MatchesConsumer } from './late-data/matches.consumer.js';
import { MeetingFeed } from './meeting/meeting-feed.js';
import { LetterDraft } from './letter/letter-draft.js';
import { LetterResolver } from './letter/letter.resolver.js';
import { LettersController } from './letter/letters.controller.js';
import { MakeLetterJob } from './letter/make-letter.job.js';
import { MeetingFieldsResolver } from './meeting/meeting-fields.resolver.js';
import { MeetingResolver } from './meeting/meeting.resolver.js';
import { PlanMeetingHandler } from './meeting/plan-meeting.handler.js';
import { StepMeetingHandler } from './meeting/step-meeting.handler.js';
import { PolicyResolver } from './policy/policy.resolver.js';
import { ProfileConsumer } from './profile.consumer.js';
import { QualityResolver } from './quality/quality.resolver.js';
import { DraftItemHandler } from './recommendation/draft-item.handler.js';
import { ItemGate } from './recommendation/item-gate.js';
import { RecommendationResolver } from './recommendation/recommendation.resolver.js';
import { SignCaseHandler } from './recommendation/sign-case.handler.js';
import { RemindJob } from './reminders/remind.job.js';
import { ReminderResolver } from './reminders/reminder.resolver.js';
import { RenewHospitalJob } from './reminders/renew-hospital.job.js';
import { ResultConsumer } from './result.consumer.js';

@Module({})
export class BoardModule {
  static register(options: BoardOptions): DynamicModule {
    return {
      module: BoardModule,
      imports: [CqrsModule],
      controllers: [AttachmentsController, LettersController],
      providers: [
        { provide: BOARD_OPTIONS, useValue: options },
        CaseFeed,
        CaseResolver,
        CaseAdvance,
        CaseSteps,
        CaseTalk,
        DiscussionResolver,
        FollowUpResolver,
        LateData,
        LateDataResolver,
        MatchesConsumer,
        MeetingFeed,
        LetterDraft,
        LetterResolver,
        MakeLetterJob,
        MeetingFieldsResolver,
        MeetingResolver,
        PlanMeetingHandler,
        StepMeetingHandler,
        CaseworkResolver,
        ClinicalFactsConsumer,
        OpenCaseHandler,
        PreparationResolver,
        ReferralResolver,
        TakeStepHandler,
        FindCasesHandler,
        PolicyResolver,
        ProfileConsumer,
        QualityResolver,
        RemindJob,
        ReminderResolver,
        RenewHospitalJob,
        DraftItemHandler,
        ItemGate,
        RecommendationResolver,
        SignCaseHandler,
        ResultConsumer,
      ],
    };
  }
}
