namespace OrderToCash.Receivables.Tests;

/// <summary>An invoice of 100.00 EUR in two instalments of 60 and 40, and disputes about it.</summary>
internal static class ADispute
{
    public static readonly LocalDate Day = new(2026, 3, 2);
    public static readonly Actor Clerk = Actor.Person("clerk");
    public static readonly Instant At = Instant.FromUtc(2026, 3, 2, 8, 0);
    public static readonly DisputePolicy Policy = DisputePolicy.Standard with
    {
        Terms =
        [
            new() { AnswerDays = 2, DecisionDays = 10 },
            new() { Reason = DisputeReason.QuantityShort, AnswerDays = 1, DecisionDays = 5, AutomaticUpTo = [Eur(50)], RefusesAutomatically = true },
            new() { Reason = DisputeReason.Freight, AnswerDays = 1, DecisionDays = 5, AutomaticUpTo = [Eur(10)], AcceptsUndecided = true },
        ],
        Allowance = [Eur(60)], AllowanceDays = 30,
    };

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    public static OpenItem Item(string id, decimal amount, LocalDate? due = null, string customer = "C-1", string entity = "LE-1", Currency? currency = null) => new()
    {
        Id = new(id), LegalEntity = new(entity), Customer = new(customer), Kind = amount > 0 ? OpenItemKind.Invoice : OpenItemKind.Payment,
        DocumentNumber = id.Split('/')[0], DocumentDate = Day.PlusDays(-30), DueDate = due ?? Day.PlusDays(-10),
        Amount = Money.Of(amount, currency ?? Currency.Eur), FunctionalAmount = Money.Of(amount, currency ?? Currency.Eur),
    };

    public static EquatableArray<OpenItem> Items { get; } = [Item("INV-1/1", 60), Item("INV-1/2", 40)];

    public static DisputedPart Part(string item, decimal amount) => new() { Item = new(item), Amount = Eur(amount) };

    public static DisputeFacts Facts(params DisputedPart[] parts) => new()
    {
        Dispute = new("D-1"), Reason = DisputeReason.QuantityShort, Parts = [.. parts], On = Day, Text = "Two cartons are missing.",
        CustomerReference = "DN-77",
    };

    public static Result<Decision<DisputeCase, DisputeEvent>> Open(DisputeFacts facts, EquatableArray<DisputedPart> disputed = default) =>
        DisputeCase.Open(facts, Items, disputed, Policy, BusinessCalendar.Weekends, Clerk, At);

    public static DisputeCase Opened(params DisputedPart[] parts) => Expect.Success(Open(Facts(parts))).State;

    public static DisputeCase Then(this DisputeCase one, Func<DisputeCase, Result<Decision<DisputeCase, DisputeEvent>>> decide)
    {
        var decision = Expect.Success(decide(one));
        Assert.Equal(decision.State, decision.Events.Aggregate(one, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }

    public static DisputeCase Decided(this DisputeCase one, LocalDate on, params DisputedPart[] valid) =>
        one.Then(c => c.Decide([.. valid], "We looked at the delivery.", on, Clerk, At));

    public static DisputeResolution Ends(string item, DisputeResolutionKind kind, decimal amount, string reference, LocalDate on) =>
        new() { Item = new(item), Kind = kind, Amount = Eur(amount), Reference = reference, On = on };

    public static DisputeCase Ended(this DisputeCase one, string item, DisputeResolutionKind kind, decimal amount, string reference, LocalDate on) =>
        one.Then(c => c.Resolve(Ends(item, kind, amount, reference, on), Clerk, At));
}
