using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Receivables;

/// <summary>A file of opening balances while it is being read.</summary>
internal sealed class OpeningReader(OpeningColumns columns, Currency functionalCurrency, LocalDate date)
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly LocalDatePattern dates = columns.DatePattern.Length == 0
        ? LocalDatePattern.Iso : LocalDatePattern.CreateWithInvariantCulture(columns.DatePattern);
    private List<string> fields = [];
    private int line;
    private int found;

    internal List<OpeningRow> Rows { get; } = [];

    internal List<DomainError> Findings { get; } = [];

    internal void Read(string text)
    {
        var rows = new CsvReading(text, columns.Delimiter);
        if (!rows.TryRead() || !TryHeadings(rows.Fields)) return;
        var headings = rows.Fields.Count;
        fields = rows.Fields;
        while (rows.TryRead())
        {
            line = rows.Line;
            if (rows.IsWhole && fields is [""]) continue;
            if (!rows.IsWhole || fields.Count != headings)
                Findings.Add(OpeningErrors.RowMalformed.At(Place(1),
                    ("line", line), ("fields", fields.Count), ("expected", headings)));
            else Take();
        }
    }

    private bool TryHeadings(List<string> headings)
    {
        for (var i = 0; i < headings.Count; i++) places.TryAdd(headings[i], i);
        foreach (var (name, isNeeded) in columns.Names())
            if (isNeeded && (name.Length == 0 || !places.ContainsKey(name)))
                Findings.Add(OpeningErrors.ColumnMissing.At("line 1", ("column", name)));
        return Findings.Count == 0;
    }

    private void Take()
    {
        found = Findings.Count;
        var customer = Needed(columns.Customer);
        var document = Needed(columns.Document);
        var documentDate = Day(columns.DocumentDate) ?? date;
        var dueDate = Text(columns.DueDate).Length == 0 ? documentDate : Day(columns.DueDate) ?? date;
        var currency = OfCurrency();
        var amount = Amount(columns.Amount, currency);
        var functional = Text(columns.Functional).Length == 0 ? null : Amount(columns.Functional, functionalCurrency);
        var rate = Rate(currency);
        var instalment = Number(columns.Instalment);
        if (amount is null && Text(columns.Amount).Length == 0) Find(OpeningErrors.FieldMissing, columns.Amount);
        var item = Text(columns.Item) is { Length: > 0 } own ? own
            : instalment is null ? $"{customer}/{document}" : $"{customer}/{document}/{instalment}";
        var (customerId, itemId) = (Id<CustomerId>(customer, columns.Customer), Id<OpenItemId>(item, columns.Item));
        if (Findings.Count > found) return;
        Rows.Add(new()
        {
            Line = line,
            Opening = new()
            {
                Item = itemId,
                Customer = customerId,
                DocumentNumber = document,
                DocumentDate = documentDate,
                DueDate = dueDate,
                Amount = amount!.Value,
                Functional = functional,
                Rate = rate,
                Instalment = instalment ?? 0,
                PaymentReference = Text(columns.PaymentReference),
            },
        });
    }

    private string Text(string column) => column.Length > 0 && places.TryGetValue(column, out var place) ? fields[place] : "";

    private string Place(int column) => string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}");

    private void Find(ErrorCode code, string column) =>
        Findings.Add(code.At(Place(places.GetValueOrDefault(column) + 1),
            ("line", line), ("column", column), ("text", Text(column))));

    private string Needed(string column)
    {
        if (Text(column).Length == 0) Find(OpeningErrors.FieldMissing, column);
        return Text(column);
    }

    private LocalDate? Day(string column)
    {
        if (Needed(column) is not { Length: > 0 } text) return null;
        if (dates.Parse(text) is { Success: true } parsed) return parsed.Value;
        Find(OpeningErrors.NotADate, column);
        return null;
    }

    private Currency? OfCurrency()
    {
        if (Text(columns.Currency) is not { Length: > 0 } code) return functionalCurrency;
        if (Currency.TryOf(code, out var currency) && currency.HasMinorUnit) return currency;
        Find(OpeningErrors.NotACurrency, columns.Currency);
        return null;
    }

    private Money? Amount(string column, Currency? currency)
    {
        if (Text(column).Length == 0 || currency is not { } known) return null;
        if (Decimal(Text(column)) is { } value && Money.TryOf(value, known, out var money)) return money;
        Find(OpeningErrors.NotAnAmount, column);
        return null;
    }

    private ExchangeRate? Rate(Currency? currency)
    {
        if (Text(columns.Rate).Length == 0 || currency is not { } foreign || foreign == functionalCurrency) return null;
        if (Decimal(Text(columns.Rate)) is { } rate && rate > 0)
            return new(foreign, functionalCurrency, rate, date, "opening balance");
        Find(OpeningErrors.NotANumber, columns.Rate);
        return null;
    }

    private int? Number(string column)
    {
        if (Text(column) is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        Find(OpeningErrors.NotANumber, column);
        return null;
    }

    private T Id<T>(string text, string column) where T : struct, IStringCode<T>
    {
        if (text.Length == 0) return default;
        try
        {
            return T.Of(text);
        }
        catch (ArgumentException)
        {
            Find(OpeningErrors.NotAnId, column);
            return default;
        }
    }

    // Groups of digits may be parted by blanks or by the one of comma and point that is not before the decimals.
    private decimal? Decimal(string text)
    {
        const string Grouping = ",. '\u00a0\u202f";
        var plain = new System.Text.StringBuilder(text.Length);
        var decimals = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) || (c == '-' && plain.Length == 0)) plain.Append(c);
            else if (c == columns.DecimalSeparator && !decimals) (decimals, _) = (true, plain.Append('.'));
            else if (decimals || c == columns.DecimalSeparator || !Grouping.Contains(c, StringComparison.Ordinal)) return null;
        }
        return decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
