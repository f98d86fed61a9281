using OrderToCash.Collections;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class DisputeDeskTests
{
    private static readonly OpenItemId Invoice = new("INV-2025-000001/1");
    private static readonly LocalDate Late = Monday.PlusDays(45);

    private readonly ABusiness business = new(seller: Seller with
    {
        Disputes = DisputePolicy.Standard with
        {
            Terms = [new() { AnswerDays = 2, DecisionDays = 10, AutomaticUpTo = [Eur(200)], RefusesAutomatically = true }],
            Allowance = [Eur(250)],
        },
    });

    private OpenDispute Open(decimal amount, string id = "D-1", DisputeReason? reason = null) => new()
    {
        Id = business.Next(), By = Anna,
        Facts = new()
        {
            Dispute = new(id), Reason = reason ?? DisputeReason.QuantityShort, On = Monday.PlusDays(12),
            Parts = [new() { Item = Invoice, Amount = Eur(amount) }],
        },
    };

    private async Task BilledAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.SendAsync("I-1"));
    }

    private async Task<DunningPlan> DunAsync() => Expect.Success(await business.Collections.PlanAsync(Id, [], Late));

    private ValueTask<Result<DisputeCase>> DecideAsync(decimal valid, string id = "D-1", LocalDate? on = null) => business.Disputes.DecideAsync(new()
    {
        Id = business.Next(), By = Anna, Dispute = new(id), On = on ?? Monday.PlusDays(20), Explanation = "We asked the carrier.",
        Valid = valid > 0 ? [new() { Item = Invoice, Amount = Eur(valid) }] : [],
    });

    private ValueTask<Result<DisputeCase>> EndAsync(DisputeResolutionKind kind, decimal amount, OpenItemId? item = null, string reference = "",
        OpenItemId credit = default, bool asBadDebt = false) => business.Disputes.ResolveAsync(new()
    {
        Id = business.Next(), By = Anna, Dispute = new("D-1"), Item = item ?? Invoice, Kind = kind, Amount = Eur(amount), On = Monday.PlusDays(21),
        Reference = reference, Credit = credit, AsBadDebt = asBadDebt,
    });

    [Fact]
    public async Task Only_the_disputed_part_is_not_asked_for()
    {
        await BilledAsync();
        Expect.Success(await business.Disputes.OpenAsync(Open(190)));
        var line = Assert.Single(Assert.Single((await DunAsync()).Letters).Lines);
        Assert.Equal((Eur(1_000), Eur(190)), (line.Amount, line.Withheld));
        Assert.Equal(Eur(1_190), (await business.AccountAsync()).OpenReceivable);
        Expect.Success(await DecideAsync(0));
        Assert.Equal(Eur(1_190), (await DunAsync()).Letters[0].AmountDue);
    }

    [Fact]
    public async Task A_letter_planned_before_the_dispute_is_not_sent()
    {
        await BilledAsync();
        var letter = (await DunAsync()).Letters[0];
        Expect.Success(await business.Disputes.OpenAsync(Open(1)));
        Expect.Refused(ProcessErrors.LetterOutdated, await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = letter }));
        var again = (await DunAsync()).Letters[0];
        Expect.Success(await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = again }));
    }

    [Fact]
    public async Task A_customer_does_not_dispute_more_than_is_open_in_all_cases_together()
    {
        await BilledAsync();
        Expect.Success(await business.Disputes.OpenAsync(Open(1_000)));
        Expect.Refused(DisputeErrors.MoreThanOpen, await business.Disputes.OpenAsync(Open(191, "D-2")));
        Expect.Success(await business.Disputes.OpenAsync(Open(190, "D-2")));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Disputes.OpenAsync(Open(1)));
        Expect.Success(await business.Disputes.WithdrawAsync(new() { Id = business.Next(), By = Anna, Dispute = new("D-1"), On = Late, Reason = "found" }));
        Expect.Success(await business.Disputes.OpenAsync(Open(500, "D-3")));
        Expect.Refused(ProcessErrors.NotFound, await business.Disputes.OpenAsync(new()
        {
            Id = business.Next(), By = Anna, Facts = Open(1, "D-4").Facts with { Parts = [new() { Item = new("INV-404/1"), Amount = Eur(1) }] },
        }));
    }

    [Fact]
    public async Task The_same_command_twice_opens_one_case()
    {
        await BilledAsync();
        var command = Open(100);
        Expect.Success(await business.Disputes.OpenAsync(command));
        Assert.Equal(Eur(100), Expect.Success(await business.Disputes.OpenAsync(command)).Disputed);
    }

    [Fact]
    public async Task What_was_found_valid_is_credited_and_the_case_ends()
    {
        await BilledAsync();
        Expect.Success(await business.Disputes.OpenAsync(Open(190)));
        Expect.Success(await DecideAsync(119));
        var note = Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday.PlusDays(20),
            Reason = Invoicing.CreditReason.Price, ReasonText = "short", Gross = Eur(119),
        }));
        Assert.Equal(Eur(1_071), (await business.ItemAsync(Invoice.Value)).Open);
        Expect.Success(await EndAsync(DisputeResolutionKind.CreditNote, 119, reference: note.CreditNotes[0].Number.Value));
        Assert.Equal(Eur(1_071), (await DunAsync()).Letters[0].AmountDue);
        var closed = Expect.Success(await EndAsync(DisputeResolutionKind.ChargedToCustomer, 71, reference: "LETTER-1"));
        Assert.Equal(DisputeStatus.Resolved, closed.Status);
    }

    [Fact]
    public async Task A_short_payment_becomes_a_deduction_with_a_case_and_is_written_off()
    {
        await BilledAsync();
        var deducted = Expect.Success(await business.Disputes.CaptureDeductionAsync(new()
        {
            Id = business.Next(), By = Anna, Dispute = new("D-1"), Of = [Invoice], Amount = Eur(90), Reason = DisputeReason.Freight, On = Monday.PlusDays(20),
            CustomerReference = "DN-9",
        }));
        var item = deducted.Parts[0].Item;
        Assert.Equal((Eur(90), "DN-9"), (deducted.Disputed, deducted.CustomerReference));
        Assert.Equal((Eur(1_100), Eur(90)), ((await business.ItemAsync(Invoice.Value)).Open, (await business.ItemAsync(item.Value)).Open));
        Assert.Equal(Eur(1_190), (await business.AccountAsync()).OpenReceivable);
        Expect.Success(await business.Disputes.DecideAsync(new()
        {
            Id = business.Next(), By = Anna, Dispute = new("D-1"), On = Monday.PlusDays(20), Explanation = "Not worth it.",
            Valid = [new() { Item = item, Amount = Eur(90) }],
        }));
        Expect.Refused(LedgerErrors.AboveTolerance, await EndAsync(DisputeResolutionKind.WrittenOff, 90, item));
        Assert.Equal(DisputeStatus.Resolved, Expect.Success(await EndAsync(DisputeResolutionKind.WrittenOff, 90, item, asBadDebt: true)).Status);
        Assert.Equal(Eur(0), (await business.ItemAsync(item.Value)).Open);
        Assert.Equal(Eur(1_100), (await business.AccountAsync()).OpenReceivable);
    }

    [Fact]
    public async Task A_deduction_without_right_is_asked_for_again()
    {
        await BilledAsync();
        var item = Expect.Success(await business.Disputes.CaptureDeductionAsync(new()
        {
            Id = business.Next(), By = Anna, Dispute = new("D-1"), Of = [Invoice], Amount = Eur(90), Reason = DisputeReason.Freight, On = Monday.PlusDays(20),
        })).Parts[0].Item;
        Assert.Equal(Eur(1_100), (await DunAsync()).Letters[0].AmountDue);
        Expect.Success(await business.Disputes.DecideAsync(new()
        {
            Id = business.Next(), By = Anna, Dispute = new("D-1"), On = Monday.PlusDays(20), Explanation = "Freight was agreed.",
        }));
        Expect.Success(await EndAsync(DisputeResolutionKind.ChargedToCustomer, 90, item, "LETTER-1"));
        Assert.Equal(Eur(1_190), (await DunAsync()).Letters[0].AmountDue);
    }

    [Fact]
    public async Task What_is_disputed_can_not_be_deducted_again()
    {
        await BilledAsync();
        Expect.Success(await business.Disputes.OpenAsync(Open(1_000)));
        Expect.Refused(DisputeErrors.MoreThanOpen, await business.Disputes.CaptureDeductionAsync(new()
        {
            Id = business.Next(), By = Anna, Dispute = new("D-2"), Of = [Invoice], Amount = Eur(191), Reason = DisputeReason.Other, On = Monday.PlusDays(20),
        }));
    }

    [Fact]
    public async Task A_chargeback_is_an_item_with_a_case_and_comes_back_when_it_is_won()
    {
        await BilledAsync();
        var plan = await business.ImportAsync(Received("1", Eur(1_190), Monday.PlusDays(5), (await business.BilledAsync("SO-2", "I-2", 100m)).Invoice.PaymentReference));
        BookChargeback Book(string id, decimal? amount = null) => new()
        {
            Id = business.Next(), By = Anna, Dispute = new(id), Payment = plan.Payments[0].Payment, Amount = amount is { } a ? Eur(a) : null, Fee = Eur(15),
            Number = "CASE-1", NetworkReason = "10.4", On = Monday.PlusDays(9),
        };
        var one = Expect.Success(await business.Disputes.BookChargebackAsync(Book("D-1", 1_000)));
        Assert.Equal(DisputeReason.Chargeback, one.Reason);
        Expect.Refused(LedgerErrors.MoreThanOpen, await business.Disputes.BookChargebackAsync(Book("D-2", 200)));
        Assert.Equal(Eur(175), await business.BalanceAsync(AccountRole.Bank));
        Expect.Success(await DecideAsync(0));
        Assert.Equal(DisputeStatus.Resolved, Expect.Success(await EndAsync(DisputeResolutionKind.Recovered, 1_000, one.Parts[0].Item)).Status);
        Assert.Equal(Eur(1_175), await business.BalanceAsync(AccountRole.Bank));
        Expect.Success(await business.Disputes.BookChargebackAsync(Book("D-2")));
    }

    [Fact]
    public async Task Facts_decide_small_claims_until_the_allowance_is_used()
    {
        await BilledAsync();
        var facts = new TriageFacts
        {
            Lines =
            [
                new()
                {
                    Line = "1", Billed = Quantity.Pieces(10), Credited = Quantity.Pieces(0), Delivered = Quantity.Pieces(8), Returned = Quantity.Pieces(0),
                    PriceBilled = UnitPrice.Of(100, Currency.Eur), Gross = Eur(1_190),
                },
            ],
        };
        TriageDispute Triage(string id) => new() { Id = business.Next(), By = Actor.System("triage"), Dispute = new(id), Facts = facts, On = Monday.PlusDays(13) };
        Expect.Success(await business.Disputes.OpenAsync(Open(200)));
        var decided = Expect.Success(await business.Disputes.TriageAsync(Triage("D-1")));
        Assert.Equal((DisputeStatus.Valid, Eur(200)), (decided.Status, decided.ValidAmount));
        Expect.Success(await business.Disputes.OpenAsync(Open(60, "D-2")));
        Expect.Refused(DisputeErrors.AllowanceUsed, await business.Disputes.TriageAsync(Triage("D-2")));
        Expect.Success(await business.Disputes.OpenAsync(Open(201, "D-3")));
        Expect.Refused(DisputeErrors.AboveAutomaticLimit, await business.Disputes.TriageAsync(Triage("D-3")));
    }

    [Fact]
    public async Task The_books_know_what_was_ordered_delivered_and_billed()
    {
        await BilledAsync();
        var facts = Expect.Success(await business.Disputes.FactsAsync(new("I-1")));
        var line = Assert.Single(facts.Lines);
        Assert.Equal((Quantity.Pieces(10), Quantity.Pieces(10), Quantity.Pieces(0), Eur(1_190)), (line.Billed, line.Delivered!.Value, line.Returned!.Value, line.Gross));
        Assert.Equal(line.PriceBilled, line.PriceAgreed);
        var claim = Expect.Success(await business.Disputes.OpenAsync(Open(119)));
        Assert.Equal(TriageVerdict.Invalid, DisputeTriage.Assess(claim, facts).Verdict);
        Expect.Success(await business.Disputes.TriageAsync(new() { Id = business.Next(), By = Anna, Dispute = claim.Id, Facts = facts, On = Monday.PlusDays(13) }));
        Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday.PlusDays(13),
            Reason = Invoicing.CreditReason.Price, ReasonText = "goodwill", Gross = Eur(119),
        }));
        Assert.Equal(Eur(119), Expect.Success(await business.Disputes.FactsAsync(new("I-1"))).CreditedByAmount);
        Expect.Refused(ProcessErrors.NotFound, await business.Disputes.FactsAsync(new("I-404")));
    }

    [Fact]
    public async Task A_case_is_worked_on_answered_and_opened_again()
    {
        await BilledAsync();
        Expect.Success(await business.Disputes.OpenAsync(Open(190)));
        var mine = Expect.Success(await business.Disputes.InvestigateAsync(new() { Id = business.Next(), By = Anna, Dispute = new("D-1"), Owner = new("bert"), On = Monday.PlusDays(13) }));
        Assert.Equal((DisputeStatus.Investigating, new PersonId("bert")), (mine.Status, mine.Owner));
        Expect.Success(await business.Disputes.AddEvidenceAsync(new()
        {
            Id = business.Next(), By = Anna, Dispute = new("D-1"), Evidence = new() { Reference = "POD-1", Description = "proof of delivery" }, On = Monday.PlusDays(13),
        }));
        var answer = Expect.Success(await business.Disputes.PrepareAnswerAsync(new("D-1"), "de-DE", DisputeTexts.BuiltIn));
        Assert.EndsWith("Laternenwerk GmbH", answer.Text);
        Expect.Success(await business.Disputes.AnswerAsync(new() { Id = business.Next(), By = Anna, Dispute = new("D-1"), Reference = "MAIL-1", On = Monday.PlusDays(14) }));
        Expect.Success(await DecideAsync(0));
        Expect.Success(await EndAsync(DisputeResolutionKind.ChargedToCustomer, 190, reference: "L"));
        var again = Expect.Success(await business.Disputes.ReopenAsync(new() { Id = business.Next(), By = Anna, Dispute = new("D-1"), Reason = "photo", On = Late }));
        Assert.Equal(Eur(190), again.Disputed);
        Assert.Equal(Eur(1_000), (await DunAsync()).Letters[0].AmountDue);
    }

    [Fact]
    public async Task An_insolvent_customer_is_not_dunned()
    {
        await BilledAsync();
        Assert.Single((await DunAsync()).Letters);
        Expect.Success(await business.Customers.ChangeAsync(new()
        {
            Id = business.Next(), By = Anna, Customer = new("C-7"), EffectiveFrom = Late, Reason = "proceedings opened",
            Profile = Profile(Currency.Eur) with { InsolventSince = Late },
        }));
        var plan = await DunAsync();
        Assert.Empty(plan.Letters);
        Assert.Equal(DunningStopReason.Insolvent, Assert.Single(plan.NotDunned).Stop!.Reason);
    }
}
