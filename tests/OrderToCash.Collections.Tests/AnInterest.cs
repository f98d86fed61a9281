using OrderToCash.Receivables;

namespace OrderToCash.Collections.Tests;

/// <summary>Items with payments, for interest.</summary>
internal static class AnInterest
{
    public static readonly Actor Clerk = Actor.Person("anna");
    public static readonly Instant At = Instant.FromUtc(2026, 1, 5, 8, 0);

    public static OpenItem Item(Money amount, LocalDate due, params (LocalDate On, Money Amount)[] payments) => new()
    {
        Id = new("I-1"), LegalEntity = new("DE01"), Customer = new("C-1"), Kind = OpenItemKind.Invoice, DocumentNumber = "I", DocumentDate = due.PlusDays(-30),
        DueDate = due, Amount = amount, FunctionalAmount = amount, Entry = new("J-1"), RecordedAt = At,
        Applications = payments.Where(p => !p.Amount.IsZero).Select((p, i) => new Application
        {
            Id = new($"A-{i}"), Counterpart = new($"P-{i}"), Amount = p.Amount, FunctionalAmount = p.Amount, On = p.On, RecordedAt = At,
        }).ToEquatableArray(),
    };
}
