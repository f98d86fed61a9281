using System.Globalization;

namespace OrderToCash.Quickstart;

/// <summary>
/// Writes rows of comma-separated values (RFC 4180, line feeds). A text that a spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private readonly TextWriter output;

    /// <summary>Starts a file with its columns.</summary>
    public CsvFile(TextWriter output, params ReadOnlySpan<string> columns)
    {
        this.output = output;
        Row(columns);
    }

    /// <summary>Writes a row.</summary>
    public void Row(params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) output.Write(',');
            output.Write(CsvRecords.Quote(Harmless(fields[i])));
        }
        output.Write('\n');
    }

    /// <summary>An amount without its currency: the currency has a column of its own.</summary>
    public static string Number(Money money) => money.Amount.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    private static string Harmless(string text) =>
        text.Length > 0 && text[0] is ('=' or '+' or '-' or '@') && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
}
