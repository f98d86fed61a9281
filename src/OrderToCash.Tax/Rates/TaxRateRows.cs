using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Tax;

/// <summary>Gathers the rows of a file of rates: fields in, good rows and faults out.</summary>
internal sealed class TaxRateRows
{
    internal static readonly string[] Required = ["country", "class", "rate", "from"];

    private readonly List<TaxRate> rates = [];
    private readonly List<DomainError> findings = [];
    private readonly Dictionary<(CountryCode, string, TaxClass), SortedList<LocalDate, TaxRate>> byKey = [];
    private int read;
    private int refused;

    /// <summary>False when the file has as many rows as are read.</summary>
    internal bool HasRoom()
    {
        if (read < TaxRateFile.MaxRows) return true;
        Fault(TaxRateFileErrors.TooManyRows.With(("limit", TaxRateFile.MaxRows)));
        return false;
    }

    internal void Fault(DomainError finding)
    {
        if (findings.Count < TaxRateFile.MaxFindings) findings.Add(finding);
    }

    internal void Malformed(string reason)
    {
        (read, refused) = (read + 1, refused + 1);
        Fault(TaxRateFileErrors.RowMalformed.At($"rows[{read}]", ("row", read), ("reason", reason)));
    }

    internal void Add(Func<string, string> field)
    {
        read++;
        var isGood = true;
        var country = Field("country", "country code", static t => t.Length == 2 && t.All(char.IsAsciiLetterUpper)
            ? new CountryCode(t) : default, static c => !c.IsNone);
        var taxClass = Field("class", "tax class", static t => IsClass(t) ? new TaxClass(t) : default, static c => !c.IsNone);
        var rate = Field("rate", "percentage", static t => decimal.TryParse(t, NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null, static v => v is >= 0 and <= 100);
        var from = Field("from", "day", ReadDay, static d => d is not null);
        var until = Field("until", "last day", t => t.Length == 0 ? from : ReadDay(t), d => from is null || d >= from);
        if (isGood && (taxClass == TaxClass.Zero ? rate != 0 : rate <= 0)) Wrong("rate", "rate of its class");
        if (!isGood)
        {
            refused++;
            return;
        }
        Keep(new()
        {
            Country = country,
            Territory = field("territory"),
            Class = taxClass,
            Rate = Percentage.Of(rate!.Value),
            From = from!.Value,
            Until = field("until").Length == 0 ? null : until,
            Source = field("source"),
        });

        T Field<T>(string name, string what, Func<string, T> parse, Func<T, bool> fits)
        {
            var value = parse(field(name));
            if (!fits(value)) Wrong(name, what);
            return value;
        }

        void Wrong(string name, string what)
        {
            isGood = false;
            var text = field(name);
            Fault(TaxRateFileErrors.FieldInvalid.At($"rows[{read}].{name}",
                ("row", read), ("field", what), ("value", text.Length > 80 ? text[..80] : text)));
        }
    }

    internal TaxRateFile Done() => new()
    {
        Rates = [.. rates], Findings = [.. findings], RowsRead = read, RowsRefused = refused,
    };

    private static LocalDate? ReadDay(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;

    private static bool IsClass(string text) => text.Length is > 0 and <= 40
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private void Keep(TaxRate rate)
    {
        var key = (rate.Country, rate.Territory, rate.Class);
        if (!byKey.TryGetValue(key, out var known)) byKey[key] = known = [];
        var at = FirstNotBefore(known, rate.From);
        var clash = at < known.Count && (known.Keys[at] == rate.From || rate.Until >= known.Keys[at])
            || at > 0 && known.Values[at - 1].Until >= rate.From;
        if (clash)
        {
            refused++;
            Fault(TaxRateFileErrors.RowOverlaps.At($"rows[{read}]",
                ("row", read), ("class", rate.Class), ("country", rate.Country), ("date", rate.From)));
            return;
        }
        known.Add(rate.From, rate);
        rates.Add(rate);
    }

    private static int FirstNotBefore(SortedList<LocalDate, TaxRate> known, LocalDate day)
    {
        var (low, high) = (0, known.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (known.Keys[middle] < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
