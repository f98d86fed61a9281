using static OrderToCash.Invoicing.Tests.ABillable;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class BillingRunTests
{
    private static readonly BillableItem[] Items = [Item("1"), Item("2", "C-2")];
    private static readonly Actor Boss = Actor.Person("boss");

    private static BillingRun Proposed() => Expect.Success(BillingRun.Propose(new("R-1"), BillingPolicy.OnDelivery.Plan(Items), Clerk, Noon)).State;

    private static BillingRun Approved() => Expect.Success(Proposed().Approve(true, Boss, Noon)).State;

    [Fact]
    public void A_run_is_proposed_approved_and_executed_document_by_document()
    {
        var run = Approved();
        Assert.Equal(BillingRunStatus.Approved, run.Status);
        var number = 0;
        foreach (var document in run.Open) run = Expect.Success(run.Bill(document.Key, new($"I-{++number}"), Items, Clerk, Noon)).State;
        Assert.Equal((BillingRunStatus.Completed, 0), (run.Status, run.Open.Count));
        Assert.Equal(["I-1", "I-2"], run.Outcomes.Select(o => o.Invoice.Value));
        Assert.Empty(run.Check());
    }

    [Fact]
    public void A_rerun_bills_nothing_twice()
    {
        var (run, key) = (Approved(), Proposed().Plan.Invoices[0].Key);
        run = Expect.Success(run.Bill(key, new("I-1"), Items, Clerk, Noon)).State;
        Assert.Empty(Expect.Success(run.Bill(key, new("I-1"), Items, Clerk, Noon)).Events);
        Expect.Refused(BillingErrors.AlreadyDone, run.Bill(key, new("I-99"), Items, Clerk, Noon));
        Expect.Refused(BillingErrors.AlreadyDone, run.Skip(key, "late", Clerk, Noon));
        Assert.Single(run.Open);
    }

    [Fact]
    public void A_second_plan_of_billed_facts_has_nothing_left()
    {
        var billed = Items.Select(i => i with { Billed = i.Performed }).ToArray();
        Assert.All(BillingPolicy.OnDelivery.Plan(billed).LeftOut, l => Assert.Equal(LeftOutReason.FullyBilled, l.Reason));
        var plan = BillingPolicy.OnDelivery.Plan(billed);
        Expect.Refused(BillingErrors.NothingPlanned, BillingRun.Propose(new("R-2"), plan, Clerk, Noon));
    }

    [Fact]
    public void What_changed_since_the_plan_is_not_billed_by_it()
    {
        var run = Approved();
        var document = run.Plan.Invoices[0];
        Expect.Refused(BillingErrors.ItemChanged, run.Bill(document.Key, new("I-1"), [Items[0] with { Billed = Quantity.Pieces(1) }], Clerk, Noon));
        Expect.Refused(BillingErrors.ItemChanged, run.Bill(document.Key, new("I-1"), [Items[0] with { HeldBecause = "stop" }], Clerk, Noon));
        Expect.Refused(BillingErrors.ItemChanged, run.Bill(document.Key, new("I-1"), [], Clerk, Noon));
        var skipped = Expect.Success(run.Skip(document.Key, "changed", Clerk, Noon)).State;
        Assert.Empty(Expect.Success(skipped.Skip(document.Key, "again", Clerk, Noon)).Events);
        Expect.Refused(BillingErrors.ReasonMissing, run.Skip(document.Key, " ", Clerk, Noon));
    }

    [Fact]
    public void Approval_needs_somebody_else_where_asked_and_happens_once()
    {
        Expect.Refused(BillingErrors.SamePerson, Proposed().Approve(true, Clerk, Noon));
        Assert.Single(Expect.Success(Proposed().Approve(false, Clerk, Noon)).Events);
        Assert.Empty(Expect.Success(Approved().Approve(true, Clerk, Noon)).Events);
        Expect.Refused(BillingErrors.WrongStatus, Proposed().Bill(Proposed().Plan.Invoices[0].Key, new("I-1"), Items, Clerk, Noon));
        Expect.Refused(BillingErrors.WrongStatus, Approved().Reject("too late", Boss, Noon));
        Expect.Refused(BillingErrors.DocumentUnknown, Approved().Bill(default, new("I-1"), Items, Clerk, Noon));
        Expect.Refused(BillingErrors.DocumentUnknown, Approved().Skip(default, "x", Clerk, Noon));
    }

    [Fact]
    public void A_rejected_run_stays_rejected()
    {
        Expect.Refused(BillingErrors.ReasonMissing, Proposed().Reject("", Boss, Noon));
        var rejected = Expect.Success(Proposed().Reject("prices", Boss, Noon)).State;
        Assert.Empty(Expect.Success(rejected.Reject("again", Boss, Noon)).Events);
        Expect.Refused(BillingErrors.WrongStatus, rejected.Approve(true, Boss, Noon));
    }

    [Fact]
    public void A_stored_run_that_contradicts_itself_is_found()
    {
        var run = Approved();
        var outcome = new BillingOutcome { Document = run.Plan.Invoices[0].Key };
        var broken = run with { ApprovedBy = null, Outcomes = [outcome, outcome] };
        Expect.Found(BillingErrors.StateMismatch, broken.Check());
        Assert.Equal(3, broken.Check().Count);
        Assert.NotEmpty((run with { RejectedBecause = "x" }).Check());
        Assert.NotEmpty((run with { Plan = run.Plan with { Invoices = [run.Plan.Invoices[0], run.Plan.Invoices[0]] } }).Check());
    }
}
