namespace OrderToCash.Json.Tests;

/// <summary>How to make the values that have no public shape to fill: one line a type. Use the sampler for the parts.</summary>
internal static class Factories
{
    internal static readonly Dictionary<Type, Func<Sampler, object>> Known = new()
    {
        [typeof(string)] = s => s.Pick("", "Rue de l’Été 5", "\"quoted\" \\ \u0001\n", "日本 😀", "plain", "null"),
        [typeof(bool)] = s => s.Pick(false, true),
        [typeof(byte)] = s => s.Pick((byte)0, (byte)255),
        [typeof(short)] = s => s.Pick((short)0, short.MinValue),
        [typeof(int)] = s => s.Pick(0, 1, 42, -7, int.MaxValue, int.MinValue),
        [typeof(long)] = s => s.Pick(0L, 1L, -9_007_199_254_740_993L, long.MaxValue),
        [typeof(decimal)] = s => s.Pick(0m, 1m, 0.8461m, -12.5m, 79228162514264337593543950335m),
        [typeof(char)] = s => s.Pick('\0', 'x'),
        [typeof(Guid)] = s => s.Pick(Guid.Empty, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")),
        [typeof(LocalDate)] = s => s.Pick(default, new LocalDate(2010, 12, 1), new LocalDate(2024, 2, 29), LocalDate.MaxIsoValue),
        [typeof(LocalTime)] = s => s.Pick(default, new LocalTime(23, 59, 59, 999)),
        [typeof(LocalDateTime)] = s => s.Pick(default, new LocalDateTime(2010, 12, 1, 8, 26, 0)),
        [typeof(Instant)] = s => s.Pick(default, Instant.FromUtc(2010, 12, 1, 8, 26), Instant.FromUnixTimeTicks(1).PlusNanoseconds(1)),
        [typeof(Duration)] = s => s.Pick(Duration.Zero, Duration.FromHours(36), -Duration.FromNanoseconds(1L)),
        [typeof(YearMonth)] = s => s.Pick(default, new YearMonth(2010, 12)),
        [typeof(AnnualDate)] = s => s.Pick(default, new AnnualDate(2, 29)),
        [typeof(Period)] = s => s.Pick(Period.Zero, Period.FromMonths(1), Period.FromDays(-3)),
        [typeof(Currency)] = s => s.Pick(default, Currency.Eur, Currency.Jpy, Currency.Of("KWD"), Currency.Custom("PTS", 0), Currency.Of("XAU")),
        [typeof(Money)] = s => s.Pick(default, Money.Of(1234.5m, Currency.Eur), Money.Of(-7, Currency.Jpy), Money.FromMinorUnits(1, Currency.Custom("PTS", 3))),
        [typeof(Percentage)] = s => s.Pick(default, Percentage.Of(17.5m), Percentage.Of(-0.001m)),
        [typeof(Quantity)] = s => s.Pick(default, Quantity.Pieces(12), Quantity.Of(-2.5m, UnitCode.Kilogram)),
        [typeof(UnitPrice)] = s => s.Pick(default, UnitPrice.Of(0.0055m, Currency.Gbp), UnitPrice.Of(-3, Currency.Eur)),
        [typeof(UnitCode)] = s => s.Pick(default, UnitCode.Hour, UnitCode.Piece),
        [typeof(ExchangeRate)] = s => new ExchangeRate(Currency.Eur, Currency.Gbp, s.Pick(0.8461m, 1m, 0.0000001m), s.Make<LocalDate>(), "ECB"),
        [typeof(IsoDayOfWeek)] = s => s.Pick(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday, IsoDayOfWeek.Friday),
        [typeof(YearFraction)] = s => s.Pick(default, new YearFraction(31, 365), new YearFraction(0, 1)),
        [typeof(Tax.VatexCode)] = s => s.Pick(default, Tax.VatexCode.ReverseCharge, Tax.VatexCode.Export),
        [typeof(Credit.CreditLimit)] = s => s.Pick(
            Credit.CreditLimit.Zero, Credit.CreditLimit.NoLimit, Credit.CreditLimit.Of(Money.Of(1000, Currency.Eur))),
        [typeof(Invoicing.Invoice)] = InvoiceSamples.Invoice,
        [typeof(Invoicing.CreditNote)] = InvoiceSamples.CreditNote,
        [typeof(Receivables.JournalEntry)] = Entry,
        [typeof(Iban)] = s => s.Pick(default, Iban.Parse("DE89370400440532013000").Value, Iban.Parse("NO9386011117947").Value),
    };

    private static Receivables.JournalEntry Entry(Sampler s)
    {
        var amount = s.Pick(Money.Of(12.5m, Currency.Eur), Money.Of(0.01m, Currency.Eur));
        var debit = new Receivables.JournalLine
        {
            Account = Receivables.AccountRole.TradeReceivable, Side = Receivables.EntrySide.Debit, Document = amount, Functional = amount,
            Item = s.Pick<OpenItemId?>(null, new OpenItemId("RE-1")),
        };
        var facts = s.Make<Receivables.JournalEntryFacts>() with
        {
            FunctionalCurrency = Currency.Eur, Lines = [debit, debit.Mirror() with { Account = Receivables.AccountRole.CustomerCredit }],
        };
        return Receivables.JournalEntry.Restore(facts).Value;
    }
}
