using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>The ledger books what a document froze in the functional currency, and refuses what can't be it.</summary>
public sealed class FrozenFiguresTests
{
    private static readonly LedgerPolicy Policy = new() { FunctionalCurrency = Currency.Eur };
    private static readonly ExchangeRate Rate = new(Currency.Eur, Currency.Usd, 1.0949m, Monday, "ECB");

    [Fact]
    public void Frozen_lines_leave_no_rounding()
    {
        var entry = Expect.Success(Issue(Usd(39.66m), Eur(36.22m), Eur(30.44m), Eur(5.78m))).Entries[0];
        Assert.Equal((Eur(36.22m), Eur(-30.44m), Eur(-5.78m), Eur(0)), (entry.Balance(AccountRole.TradeReceivable),
            entry.Balance(AccountRole.Sales), entry.Balance(AccountRole.OutputTax), entry.Balance(AccountRole.FxRounding)));
        var converted = Expect.Success(Issue(Usd(39.66m), null, null, null)).Entries[0];
        Assert.Equal(Eur(-30.44m), converted.Balance(AccountRole.Sales));
    }

    [Fact]
    public void Frozen_lines_are_in_the_functional_currency() =>
        Expect.Refused(LedgerErrors.OtherCurrency, Issue(Usd(39.66m), Usd(36.22m), Eur(30.44m), Eur(5.78m)));

    [Fact]
    public void In_the_functional_currency_the_frozen_amount_is_the_amount() =>
        Expect.Refused(LedgerErrors.TotalsDiffer, Issue(Eur(39.66m), Eur(39.67m), Eur(33.33m), Eur(6.33m)));

    private static Result<LedgerDecision> Issue(Money gross, Money? functional, Money? net, Money? tax) => Ledger.IssueInvoice(new()
    {
        Entry = new("J-1"), LegalEntity = Id, Customer = new("C-7"), DocumentNumber = "INV-1", DocumentDate = Monday,
        Rate = gross.Currency == Currency.Eur ? null : Rate,
        Instalments =
        [
            new()
            {
                Item = new("INV-1/1"), Functional = functional,
                Instalment = new() { Number = 1, DueDate = Monday, Amount = gross },
            },
        ],
        Postings =
        [
            new() { Account = AccountRole.Sales, Amount = Money.Of(33.33m, gross.Currency), Functional = net },
            new() { Account = AccountRole.OutputTax, Amount = Money.Of(6.33m, gross.Currency), Functional = tax },
        ],
    }, Policy, Anna, Instant.FromUtc(2025, 3, 3, 8, 0));
}
