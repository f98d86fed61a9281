using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace OrderToCash.Receivables;

/// <summary>
/// Comma-separated values as RFC 4180 has them, but for the line feed alone; quotes only where they are needed.
/// </summary>
internal sealed class CsvText
{
    private readonly StringBuilder text = new();
    private readonly int columns;

    internal CsvText(params ReadOnlySpan<string> heads)
    {
        columns = heads.Length;
        Row(heads);
    }

    internal void Row(params ReadOnlySpan<string> fields)
    {
        if (fields.Length != columns) throw new ArgumentException($"{fields.Length} fields, {columns} columns.", nameof(fields));
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) text.Append(',');
            if (fields[i].AsSpan().ContainsAny(",\"\r\n"))
                text.Append('"').Append(fields[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(fields[i]);
        }
        text.Append('\n');
    }

    internal static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Of(Money? amount) => amount?.Amount.ToString(CultureInfo.InvariantCulture) ?? "";

    internal static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public override string ToString() => text.ToString();
}
