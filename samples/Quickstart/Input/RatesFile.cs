namespace OrderToCash.Quickstart;

/// <summary>Reads exchange rates: date, base, quote, rate, source. One unit of base is worth rate units of quote.</summary>
public static class RatesFile
{
    /// <summary>The rates by date, then base and quote; rejections go to the log.</summary>
    public static IReadOnlyList<ExchangeRate> Read(InputSource source, RejectionLog log)
    {
        using var table = CsvTable.Open(source, log, "date", "base", "quote", "rate", "source");
        var rates = new List<ExchangeRate>();
        var lines = new Dictionary<(LocalDate, Currency, Currency), int>();
        while (table?.Read() ?? false)
        {
            if (ReadRate(table) is not { } rate) continue;
            if (lines.TryGetValue((rate.Date, rate.Base, rate.Quote), out var first))
                table.Reject(Rate, InputErrors.DuplicateRate, ("base", rate.Base), ("quote", rate.Quote), ("date", rate.Date), ("first", first));
            else
            {
                lines.Add((rate.Date, rate.Base, rate.Quote), table.Line);
                rates.Add(rate);
            }
        }
        return [.. rates.OrderBy(r => r.Date).ThenBy(r => r.Base).ThenBy(r => r.Quote)];
    }

    /// <summary>Rates below are refused.</summary>
    public const decimal Least = 0.000001m;

    /// <summary>Rates above are refused.</summary>
    public const decimal Most = 1_000_000m;

    private const int Date = 0, Base = 1, Quote = 2, Rate = 3, Source = 4;

    private static ExchangeRate? ReadRate(CsvTable table)
    {
        var good = CurrencyAt(table, Base, out var from) & CurrencyAt(table, Quote, out var to);
        if (!FieldText.TryDay(table[Date], out var date))
        {
            table.Reject(Date, InputErrors.BadDate, ("value", table[Date].ToString()));
            good = false;
        }
        if (!FieldText.TryNumber(table[Rate], out var rate) || rate <= 0)
        {
            table.Reject(Rate, InputErrors.BadNumber, ("value", table[Rate].ToString()));
            good = false;
        }
        else if (rate is < Least or > Most)
        {
            table.Reject(Rate, InputErrors.OutOfRange, ("value", rate), ("limit", "0.000001 to 1000000"));
            good = false;
        }
        if (table[Source].IsEmpty)
        {
            table.Reject(Source, InputErrors.Required, ("field", "source"));
            good = false;
        }
        if (good && from == to)
        {
            table.Reject(Quote, InputErrors.UnknownWord, ("value", to), ("known", "the currencies other than the base"));
            good = false;
        }
        return good ? new(from, to, rate, date, table[Source].ToString()) : null;
    }

    private static bool CurrencyAt(CsvTable table, int column, out Currency currency)
    {
        if (Currency.TryOf(table[column].ToString(), out currency) && currency.HasMinorUnit) return true;
        table.Reject(column, InputErrors.UnknownCurrency, ("value", table[column].ToString()));
        return false;
    }
}
