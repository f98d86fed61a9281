using OrderToCash.Receivables;

namespace OrderToCash.Collections.Tests;

/// <summary>Open items, policies and cases for tests.</summary>
internal static class ALetter
{
    internal static readonly CustomerId Mueller = new("C-1");
    internal static readonly LegalEntityId Shop = new("SHOP");
    internal static readonly LocalDate Due = new(2026, 3, 31);
    internal static readonly Actor Clerk = Actor.Person("clara");
    internal static readonly Instant At = Instant.FromUtc(2026, 4, 10, 8, 0);

    internal static DunningPolicy Policy { get; } = DunningPolicy.Default;

    internal static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    internal static OpenItem Invoice(string id, decimal amount, LocalDate? due = null, decimal paid = 0) =>
        Item(id, Eur(amount), OpenItemKind.Invoice, due) with
    {
        Applications = paid == 0 ? [] :
        [
            new()
            {
                Id = new($"A-{id}"), Counterpart = new("P"), Amount = Eur(paid), FunctionalAmount = Eur(paid), On = Due, RecordedAt = At,
            },
        ],
    };

    internal static OpenItem Credit(string id, decimal amount, OpenItemKind kind = OpenItemKind.CreditNote) => Item(id, Eur(-amount), kind, null);

    internal static OpenItem Item(string id, Money amount, OpenItemKind kind, LocalDate? due) => new()
    {
        Id = new(id), LegalEntity = Shop, Customer = Mueller, Kind = kind, DocumentNumber = id, Instalment = 1,
        DocumentDate = (due ?? Due).PlusDays(-30), DueDate = due ?? Due, Amount = amount, FunctionalAmount = amount,
    };

    internal static DunningPlan Plan(int daysAfterDue, IEnumerable<OpenItem> items, DunningCase? known = null, params DunningStop[] stops) =>
        DunningRun.Plan(items, known is null ? [] : [known], stops, Policy, Due.PlusDays(daysAfterDue));

    internal static DunningCase Execute(DunningCase? known, DunningPlan plan)
    {
        foreach (var letter in plan.Letters)
            known = Expect.Success(known is null ? DunningCase.Open(letter, Clerk, At) : known.Execute(letter, Clerk, At)).State;
        return known!;
    }

    internal static NotDunnedReason Why(this DunningPlan plan, string item) => plan.NotDunned.Single(n => n.Item.Value == item).Reason;
}
