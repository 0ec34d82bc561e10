// Every step that the table of transfers does not have, from every stage, and its twins: every step that it has.
#include <lienvien/lifecycle/staged_transfer.hpp>

using namespace lienvien;

template <stage Stage>
transfer_at<Stage> at();
extern transfer const& data;
extern transfer_terms const& terms;

// clang-format off
#ifdef EXPECT_ERROR
void prepare_from_readiness() { (void)advance(at<stage::readiness>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_theory() { (void)advance(at<stage::theory>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_clinical() { (void)advance(at<stage::clinical>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_on_site() { (void)advance(at<stage::on_site>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_accepted() { (void)advance(at<stage::accepted>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_monitored() { (void)advance(at<stage::monitored>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_replicating() { (void)advance(at<stage::replicating>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_suspended() { (void)advance(at<stage::suspended>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_withdrawn() { (void)advance(at<stage::withdrawn>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void prepare_from_failed() { (void)advance(at<stage::failed>(), preparation_begun{}, terms); }  // refused: LIENVIEN-E101: a transfer is prepared once
void begin_theory_from_not_known() { (void)advance(at<stage::not_known>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_theory() { (void)advance(at<stage::theory>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_clinical() { (void)advance(at<stage::clinical>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_on_site() { (void)advance(at<stage::on_site>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_accepted() { (void)advance(at<stage::accepted>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_monitored() { (void)advance(at<stage::monitored>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_replicating() { (void)advance(at<stage::replicating>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_suspended() { (void)advance(at<stage::suspended>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_withdrawn() { (void)advance(at<stage::withdrawn>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_theory_from_failed() { (void)advance(at<stage::failed>(), readiness_shown{}, terms); }  // refused: LIENVIEN-E102: theory begins where the recipient was made ready
void begin_clinical_from_not_known() { (void)advance(at<stage::not_known>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_readiness() { (void)advance(at<stage::readiness>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_clinical() { (void)advance(at<stage::clinical>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_on_site() { (void)advance(at<stage::on_site>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_accepted() { (void)advance(at<stage::accepted>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_monitored() { (void)advance(at<stage::monitored>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_replicating() { (void)advance(at<stage::replicating>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_suspended() { (void)advance(at<stage::suspended>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_withdrawn() { (void)advance(at<stage::withdrawn>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_clinical_from_failed() { (void)advance(at<stage::failed>(), theory_passed{}, terms); }  // refused: LIENVIEN-E103: practical training begins after theory
void begin_on_site_from_not_known() { (void)advance(at<stage::not_known>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_readiness() { (void)advance(at<stage::readiness>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_theory() { (void)advance(at<stage::theory>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_on_site() { (void)advance(at<stage::on_site>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_accepted() { (void)advance(at<stage::accepted>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_monitored() { (void)advance(at<stage::monitored>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_replicating() { (void)advance(at<stage::replicating>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_suspended() { (void)advance(at<stage::suspended>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_withdrawn() { (void)advance(at<stage::withdrawn>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void begin_on_site_from_failed() { (void)advance(at<stage::failed>(), clinical_passed{}, terms); }  // refused: LIENVIEN-E104: work on site under supervision begins after practical training
void accept_from_not_known() { (void)advance(at<stage::not_known>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_readiness() { (void)advance(at<stage::readiness>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_theory() { (void)advance(at<stage::theory>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_clinical() { (void)advance(at<stage::clinical>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_accepted() { (void)advance(at<stage::accepted>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_monitored() { (void)advance(at<stage::monitored>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_replicating() { (void)advance(at<stage::replicating>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_suspended() { (void)advance(at<stage::suspended>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_withdrawn() { (void)advance(at<stage::withdrawn>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void accept_from_failed() { (void)advance(at<stage::failed>(), acceptance{}, terms); }  // refused: LIENVIEN-E105: a technique is accepted after work on site under supervision
void monitor_from_not_known() { (void)advance(at<stage::not_known>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_readiness() { (void)advance(at<stage::readiness>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_theory() { (void)advance(at<stage::theory>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_clinical() { (void)advance(at<stage::clinical>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_on_site() { (void)advance(at<stage::on_site>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_monitored() { (void)advance(at<stage::monitored>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_replicating() { (void)advance(at<stage::replicating>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_suspended() { (void)advance(at<stage::suspended>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_withdrawn() { (void)advance(at<stage::withdrawn>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void monitor_from_failed() { (void)advance(at<stage::failed>(), follow_up_begun{}, terms); }  // refused: LIENVIEN-E106: what is monitored was accepted
void replicate_from_not_known() { (void)advance(at<stage::not_known>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_readiness() { (void)advance(at<stage::readiness>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_theory() { (void)advance(at<stage::theory>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_clinical() { (void)advance(at<stage::clinical>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_on_site() { (void)advance(at<stage::on_site>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_accepted() { (void)advance(at<stage::accepted>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_replicating() { (void)advance(at<stage::replicating>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_suspended() { (void)advance(at<stage::suspended>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_withdrawn() { (void)advance(at<stage::withdrawn>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void replicate_from_failed() { (void)advance(at<stage::failed>(), replication_shown{}, terms); }  // refused: LIENVIEN-E107: what is passed on to others was monitored
void suspend_from_not_known() { (void)advance(at<stage::not_known>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void suspend_from_readiness() { (void)advance(at<stage::readiness>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void suspend_from_theory() { (void)advance(at<stage::theory>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void suspend_from_clinical() { (void)advance(at<stage::clinical>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void suspend_from_on_site() { (void)advance(at<stage::on_site>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void suspend_from_suspended() { (void)advance(at<stage::suspended>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void suspend_from_withdrawn() { (void)advance(at<stage::withdrawn>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void suspend_from_failed() { (void)advance(at<stage::failed>(), suspension{}, terms); }  // refused: LIENVIEN-E108: only a technique that is performed alone is suspended
void accept_again_from_not_known() { (void)advance(at<stage::not_known>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_readiness() { (void)advance(at<stage::readiness>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_theory() { (void)advance(at<stage::theory>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_clinical() { (void)advance(at<stage::clinical>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_on_site() { (void)advance(at<stage::on_site>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_accepted() { (void)advance(at<stage::accepted>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_monitored() { (void)advance(at<stage::monitored>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_replicating() { (void)advance(at<stage::replicating>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_withdrawn() { (void)advance(at<stage::withdrawn>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void accept_again_from_failed() { (void)advance(at<stage::failed>(), acceptance_again{}, terms); }  // refused: LIENVIEN-E109: only what was suspended is accepted again
void withdraw_from_not_known() { (void)advance(at<stage::not_known>(), withdrawal{}, terms); }  // refused: LIENVIEN-E110: a transfer is withdrawn after it has begun and before it is over
void withdraw_from_withdrawn() { (void)advance(at<stage::withdrawn>(), withdrawal{}, terms); }  // refused: LIENVIEN-E110: a transfer is withdrawn after it has begun and before it is over
void withdraw_from_failed() { (void)advance(at<stage::failed>(), withdrawal{}, terms); }  // refused: LIENVIEN-E110: a transfer is withdrawn after it has begun and before it is over
void fail_from_not_known() { (void)advance(at<stage::not_known>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void fail_from_readiness() { (void)advance(at<stage::readiness>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void fail_from_accepted() { (void)advance(at<stage::accepted>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void fail_from_monitored() { (void)advance(at<stage::monitored>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void fail_from_replicating() { (void)advance(at<stage::replicating>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void fail_from_suspended() { (void)advance(at<stage::suspended>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void fail_from_withdrawn() { (void)advance(at<stage::withdrawn>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void fail_from_failed() { (void)advance(at<stage::failed>(), failure{}, terms); }  // refused: LIENVIEN-E111: a transfer fails in training
void made_of_nothing() { transfer_at<stage::accepted> made; }  // refused: LIENVIEN-E112: a transfer reaches a stage by its step
void made_of_data() { transfer_at<stage::accepted> made(data); }  // refused: LIENVIEN-E112: a transfer reaches a stage by its step
void made_of_data_at_the_start() { transfer_at<stage::readiness> made(data); }  // refused: LIENVIEN-E112: a transfer reaches a stage by its step
void made_of_another_stage() { transfer_at<stage::accepted> made(at<stage::on_site>()); }  // refused: LIENVIEN-E112: a transfer reaches a stage by its step
void made_of_a_later_stage() { transfer_at<stage::accepted> made(at<stage::replicating>()); }  // refused: LIENVIEN-E112: a transfer reaches a stage by its step
void assigned_another_stage(transfer_at<stage::accepted>& here) { here = at<stage::on_site>(); }  // refused: LIENVIEN-E112: a transfer reaches a stage by its step
void copied(transfer_at<stage::on_site> const& here) { auto again = here; }  // refused: LIENVIEN-E113: a transfer is moved into its next step
void assigned_a_copy(transfer_at<stage::on_site>& here, transfer_at<stage::on_site> const& other) { here = other; }  // refused: LIENVIEN-E113: a transfer is moved into its next step
void two_steps_from_one_stage(transfer_at<stage::on_site> const& here) { (void)advance(here, acceptance{}, terms); }  // refused: LIENVIEN-E113: a transfer is moved into its next step
void without_terms() { (void)advance(at<stage::on_site>(), acceptance{}); }  // refused: LIENVIEN-E114: a step needs the terms of its package
void evidence_of_another_step() { acceptance shown = theory_passed{}; }  // refused: evidence_for
void terms_without_a_package() { transfer_terms none{}; }  // refused: LIENVIEN-E006: there is no empty identity
void stage_written_over(transfer_at<stage::on_site>& here) { here.written().stages.clear(); }  // refused: const
#else
void prepare_from_not_known() { (void)advance(at<stage::not_known>(), preparation_begun{}, terms); }
void begin_theory_from_readiness() { (void)advance(at<stage::readiness>(), readiness_shown{}, terms); }
void begin_clinical_from_theory() { (void)advance(at<stage::theory>(), theory_passed{}, terms); }
void begin_on_site_from_clinical() { (void)advance(at<stage::clinical>(), clinical_passed{}, terms); }
void accept_from_on_site() { (void)advance(at<stage::on_site>(), acceptance{}, terms); }
void monitor_from_accepted() { (void)advance(at<stage::accepted>(), follow_up_begun{}, terms); }
void replicate_from_monitored() { (void)advance(at<stage::monitored>(), replication_shown{}, terms); }
void suspend_from_accepted() { (void)advance(at<stage::accepted>(), suspension{}, terms); }
void suspend_from_monitored() { (void)advance(at<stage::monitored>(), suspension{}, terms); }
void suspend_from_replicating() { (void)advance(at<stage::replicating>(), suspension{}, terms); }
void accept_again_from_suspended() { (void)advance(at<stage::suspended>(), acceptance_again{}, terms); }
void withdraw_from_readiness() { (void)advance(at<stage::readiness>(), withdrawal{}, terms); }
void withdraw_from_theory() { (void)advance(at<stage::theory>(), withdrawal{}, terms); }
void withdraw_from_clinical() { (void)advance(at<stage::clinical>(), withdrawal{}, terms); }
void withdraw_from_on_site() { (void)advance(at<stage::on_site>(), withdrawal{}, terms); }
void withdraw_from_accepted() { (void)advance(at<stage::accepted>(), withdrawal{}, terms); }
void withdraw_from_monitored() { (void)advance(at<stage::monitored>(), withdrawal{}, terms); }
void withdraw_from_replicating() { (void)advance(at<stage::replicating>(), withdrawal{}, terms); }
void withdraw_from_suspended() { (void)advance(at<stage::suspended>(), withdrawal{}, terms); }
void fail_from_theory() { (void)advance(at<stage::theory>(), failure{}, terms); }
void fail_from_clinical() { (void)advance(at<stage::clinical>(), failure{}, terms); }
void fail_from_on_site() { (void)advance(at<stage::on_site>(), failure{}, terms); }
void moved() { transfer_at<stage::accepted> made(at<stage::accepted>()); }
void moved_over(transfer_at<stage::on_site>& here) { here = at<stage::on_site>(); }
#endif
// clang-format on
