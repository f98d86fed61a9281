using static OrderToCash.Collections.Tests.ALetter;

namespace OrderToCash.Collections.Tests;

public class DunningCaseTests
{
    [Fact]
    public void Executing_a_plan_twice_does_nothing_the_second_time()
    {
        var plan = Plan(10, [Invoice("I-1", 100)]);
        var known = Execute(null, plan);
        var again = Expect.Success(known.Execute(plan.Letters[0], Clerk, At));
        Assert.Empty(again.Events);
        Assert.Equal(known, again.State);
    }

    [Fact]
    public void Lines_that_another_run_did_already_are_left_out_and_their_fee_is_not_asked_again()
    {
        var policy = Policy with { Levels = [Policy.Levels[1] with { Fees = [Eur(5)] }] };
        var known = Execute(null, DunningRun.Plan([Invoice("I-1", 100)], [], [], policy, Due.PlusDays(10)));
        var both = DunningRun.Plan([Invoice("I-1", 100), Invoice("I-2", 50)], [], [], policy, Due.PlusDays(10));
        var reached = Assert.IsType<LevelReached>(Assert.Single(Expect.Success(known.Execute(both.Letters[0], Clerk, At)).Events));
        Assert.Equal("I-2", Assert.Single(reached.Letter.Lines).Item.Value);
        Assert.Equal((Eur(50), Eur(0)), (reached.Letter.AmountDue, reached.Letter.Fee));
    }

    [Fact]
    public void A_plan_made_before_the_item_moved_is_stale()
    {
        var known = Execute(null, Plan(10, [Invoice("I-1", 100)]));
        var second = Plan(24, [Invoice("I-1", 100)], known);
        var cured = Expect.Success(known.Cure([new("I-1")], Due.PlusDays(25), Clerk, At)).State;
        Expect.Refused(DunningErrors.PlanStale, cured.Execute(second.Letters[0], Clerk, At));
        Expect.Refused(DunningErrors.PlanStale, DunningCase.Open(second.Letters[0], Clerk, At));
    }

    [Fact]
    public void A_cured_item_starts_a_new_cycle_when_it_is_late_again()
    {
        var known = Execute(null, Plan(10, [Invoice("I-1", 100)]));
        known = Expect.Success(known.Cure([new("I-1")], Due.PlusDays(12), Clerk, At)).State;
        Assert.Null(known.Of(new("I-1"))!.CurrentLevel);
        var line = Assert.Single(Plan(30, [Invoice("I-1", 100)], known).Letters).Lines[0];
        Assert.Equal((2, 2, null), (line.Level, line.Cycle, line.PreviousLevel));
        Assert.Equal(2, Execute(known, Plan(30, [Invoice("I-1", 100)], known)).Items[0].Cycle);
    }

    [Fact]
    public void A_bounce_restores_the_level_instead_of_starting_again()
    {
        var known = Execute(null, Plan(10, [Invoice("I-1", 100)]));
        known = Expect.Success(known.Cure([new("I-1")], Due.PlusDays(12), Clerk, At)).State;
        known = Expect.Success(known.Restore([new("I-1")], Due.PlusDays(20), Clerk, At)).State;
        Assert.Equal(2, known.Items[0].CurrentLevel);
        var line = Assert.Single(Plan(24, [Invoice("I-1", 100)], known).Letters).Lines[0];
        Assert.Equal((3, 1), (line.Level, line.Cycle));
    }

    [Fact]
    public void Curing_and_restoring_again_changes_nothing_and_unknown_items_are_refused()
    {
        var known = Execute(null, Plan(10, [Invoice("I-1", 100)]));
        Assert.Empty(Expect.Success(known.Restore([new("I-1")], Due, Clerk, At)).Events);
        var cured = Expect.Success(known.Cure([new("I-1"), new("I-1")], Due, Clerk, At));
        Assert.Equal([new OpenItemId("I-1")], ((DunningCured)cured.Events[0]).Items);
        Assert.Empty(Expect.Success(cured.State.Cure([new("I-1")], Due, Clerk, At)).Events);
        Expect.Refused(DunningErrors.ItemUnknown, known.Cure([new("I-9")], Due, Clerk, At));
        Expect.Refused(DunningErrors.ItemUnknown, known.Restore([new("I-9")], Due, Clerk, At));
    }

    [Fact]
    public void A_letter_that_no_plan_makes_is_refused()
    {
        var letter = Plan(10, [Invoice("I-1", 100)]).Letters[0];
        Expect.Refused(DunningErrors.LetterWithoutLines, DunningCase.Open(letter with { Lines = [] }, Clerk, At));
        Expect.Refused(DunningErrors.LineTwice, DunningCase.Open(letter with { Lines = [letter.Lines[0], letter.Lines[0]] }, Clerk, At));
        var known = Execute(null, Plan(10, [Invoice("I-1", 1)]));
        Assert.Throws<ArgumentException>(() => known.Execute(letter with { Customer = new("C-9") }, Clerk, At));
    }

    [Fact]
    public void A_stored_case_that_contradicts_itself_is_found()
    {
        var known = Execute(null, Plan(10, [Invoice("I-1", 100)]));
        Expect.Found(DunningErrors.CaseInconsistent, (known with { Items = [known.Items[0], known.Items[0]] }).Check());
        Expect.Found(DunningErrors.CaseInconsistent, (known with { Items = [known.Items[0] with { Steps = [] }] }).Check());
        var down = known.Items[0].Steps.Add(new() { Level = 1, Cycle = 1, On = Due });
        Expect.Found(DunningErrors.CaseInconsistent, (known with { Items = [known.Items[0] with { Steps = down }] }).Check());
        Assert.Empty(known.Check());
    }
}
