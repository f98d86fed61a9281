using System.Runtime.InteropServices;

namespace OrderToCash.Quickstart;

/// <summary>
/// Reads order lines: our own columns (document, item, description, quantity, ordered_at, unit_price, customer, country) or those of Online Retail
/// (InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country). Bad rows are listed, good ones kept.
/// </summary>
public static class OrdersFile
{
    /// <summary>Quantities and prices beyond this are refused.</summary>
    public const decimal Largest = 10_000_000m;

    /// <summary>Numbers of documents, items and customers have at most so many characters.</summary>
    public const int LongestNumber = 64;

    /// <summary>The documents in the order of their first rows; rejections go to the log.</summary>
    public static IReadOnlyList<ImportedDocument> Read(InputSource source, RejectionLog log)
    {
        using var table = CsvTable.Open(source, log, "document|InvoiceNo", "item|StockCode", "description|Description", "quantity|Quantity",
            "ordered_at|InvoiceDate", "unit_price|UnitPrice", "customer|CustomerID", "country|Country");
        return table is null ? [] : new Reading(table).Run();
    }

    private const int Document = 0, Item = 1, Description = 2, Quantity = 3, OrderedAt = 4, UnitPrice = 5, Customer = 6, Country = 7;

    private sealed class Reading(CsvTable table)
    {
        private readonly Dictionary<string, Gathered> byNumber = new(StringComparer.Ordinal);
        private readonly List<Gathered> inOrder = [];
        private readonly HashSet<string> texts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, CountryCode> countries = new(StringComparer.Ordinal);
        private readonly List<ImportedLine> again = [];
        private Gathered? current;
        private bool isAgain;

        public IReadOnlyList<ImportedDocument> Run()
        {
            while (table.Read()) TakeRow();
            EndBlock();
            return [.. inOrder.Where(d => d.Lines.Count > 0).Select(d => d.ToDocument())];
        }

        private void TakeRow()
        {
            if (table[Document].IsEmpty)
            {
                table.Reject(Document, InputErrors.Required, ("field", "document number"));
                return;
            }
            if (!IsShort(Document)) return;
            var number = Text(table[Document]);
            if (current?.Number != number) BeginBlock(number);
            if (ReadLine(number) is not var (line, moment, country)) return;
            var customer = CustomerOf(table[Customer]);
            if (current is null)
            {
                current = new(number, customer, country, moment, line.FileLine);
                byNumber.Add(number, current);
                inOrder.Add(current);
            }
            if (Difference(current, customer, country, moment) is { } difference)
                table.Reject(Document, InputErrors.DuplicateDocument, ("document", number), ("first", current.FirstLine), ("difference", difference));
            else if (isAgain) again.Add(line);
            else current.Lines.Add(line);
        }

        // A number that comes back after others is the rest of its document, unless it says the same once more.
        private void BeginBlock(string number)
        {
            EndBlock();
            isAgain = byNumber.TryGetValue(number, out current);
        }

        private void EndBlock()
        {
            if (isAgain && current is not null && IsRepeat(current.Lines, again)) current.Repeats.AddRange(again);
            else current?.Lines.AddRange(again);
            foreach (var line in current?.Repeats ?? [])
            {
                table.RejectLine(line.FileLine, Document, InputErrors.DuplicateDocument,
                    ("document", current!.Number), ("first", current.FirstLine), ("difference", " with the same lines"));
            }
            current?.Repeats.Clear();
            again.Clear();
            current = null;
            isAgain = false;
        }

        private static bool IsRepeat(List<ImportedLine> first, List<ImportedLine> second)
        {
            if (second.Count == 0 || second.Count > first.Count) return false;
            for (var i = 0; i < second.Count; i++)
                if (first[i] with { FileLine = 0 } != second[i] with { FileLine = 0 }) return false;
            return true;
        }

        private static string? Difference(Gathered document, string? customer, CountryCode country, LocalDateTime moment) =>
            document.Customer != customer ? " for another customer"
            : document.Country != country ? " for another country"
            : document.OrderedAt.Date != moment.Date ? " of another day"
            : null;

        private (ImportedLine Line, LocalDateTime Moment, CountryCode Country)? ReadLine(string number)
        {
            var good = NumberAt(Quantity, out var quantity) & NumberAt(UnitPrice, out var price);
            if (table[Item].IsEmpty) good = Reject(Item, InputErrors.Required, ("field", "item number"));
            good &= IsShort(Item) & IsShort(Customer);
            if (CustomerOf(table[Customer]) is { } customer && Seller.IsReserved(customer)) good = Reject(Customer, InputErrors.Reserved, ("value", customer));
            if (!FieldText.TryMoment(table[OrderedAt], out var moment))
                good = Reject(OrderedAt, InputErrors.BadDate, ("value", table[OrderedAt].ToString()));
            if (!CountryAt(out var country)) good = Reject(Country, InputErrors.UnknownCountry, ("value", table[Country].ToString()));
            if (!good || !MakesSense(IsCancellation(number), quantity, price)) return null;
            var line = new ImportedLine
            {
                FileLine = table.Line, Item = Text(table[Item]), Description = Text(table[Description]),
                Quantity = Math.Abs(quantity), UnitPrice = price,
            };
            return (line, moment, country);
        }

        private bool MakesSense(bool cancellation, decimal quantity, decimal price)
        {
            var good = true;
            if (quantity == 0) good = Reject(Quantity, InputErrors.ZeroQuantity);
            else if (quantity < 0 && !cancellation) good = Reject(Quantity, InputErrors.NegativeQuantity, ("value", quantity));
            else if (quantity > 0 && cancellation) good = Reject(Quantity, InputErrors.PositiveCancellation, ("value", quantity));
            if (price < 0) good = Reject(UnitPrice, InputErrors.NegativePrice, ("value", price));
            else if (good && price == 0 && CustomerOf(table[Customer]) is null) good = Reject(UnitPrice, InputErrors.NoPrice);
            return good;
        }

        private bool IsShort(int column) => table[column].Length <= LongestNumber
            || Reject(column, InputErrors.TooLong, ("field", table.NameOf(column)), ("length", table[column].Length), ("limit", LongestNumber));

        private bool NumberAt(int column, out decimal number)
        {
            if (!FieldText.TryNumber(table[column], out number)) return Reject(column, InputErrors.BadNumber, ("value", table[column].ToString()));
            return Math.Abs(number) <= Largest || Reject(column, InputErrors.OutOfRange, ("value", number), ("limit", Largest));
        }

        private bool CountryAt(out CountryCode country)
        {
            var name = Text(table[Country]);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(countries, name, out var exists);
            if (!exists) CountryNames.TryFind(name, out known);
            country = known;
            return !country.IsNone;
        }

        // The source writes whole numbers as 17850.0.
        private string? CustomerOf(ReadOnlySpan<char> field)
        {
            if (field.EndsWith(".0")) field = field[..^2];
            return field.IsEmpty || field.Equals("nan", StringComparison.OrdinalIgnoreCase) ? null : Text(field);
        }

        private bool Reject(int column, ErrorCode code, params ReadOnlySpan<(string Name, object? Value)> facts)
        {
            table.Reject(column, code, facts);
            return false;
        }

        // Half a year of lines has 250,000 descriptions and 4,000 different ones.
        private string Text(ReadOnlySpan<char> field)
        {
            var known = texts.GetAlternateLookup<ReadOnlySpan<char>>();
            if (known.TryGetValue(field, out var text)) return text;
            text = field.ToString();
            texts.Add(text);
            return text;
        }
    }

    private static bool IsCancellation(string number) => number[0] is 'C' or 'c' && number.Length > 1 && char.IsAsciiDigit(number[1]);

    private sealed record Gathered(string Number, string? Customer, CountryCode Country, LocalDateTime OrderedAt, int FirstLine)
    {
        public List<ImportedLine> Lines { get; } = [];

        public List<ImportedLine> Repeats { get; } = [];

        public ImportedDocument ToDocument() => new()
        {
            Number = Number, IsCancellation = IsCancellation(Number), CustomerKey = Customer, Country = Country, OrderedAt = OrderedAt,
            Lines = [.. CollectionsMarshal.AsSpan(Lines)],
        };
    }
}
