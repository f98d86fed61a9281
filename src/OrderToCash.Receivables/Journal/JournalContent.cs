using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace OrderToCash.Receivables;

/// <summary>
/// The bytes of an entry that its hash is taken of: each field as text with its length before it, in a fixed order, the same in
/// every version and under any options of the host.
/// </summary>
internal static class JournalContent
{
    private const string Form = "journal-entry/1";

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    internal static ContentHash HashOf(JournalEntry entry)
    {
        var output = buffer ??= new(1024);
        output.ResetWrittenCount();
        Write(output, Form);
        Write(output, entry.Id.Value);
        Write(output, entry.LegalEntity.Value);
        Write(output, entry.Customer.Value);
        Write(output, entry.FunctionalCurrency.Code);
        Write(output, NodaTime.Text.LocalDatePattern.Iso.Format(entry.Date));
        Write(output, NodaTime.Text.InstantPattern.ExtendedIso.Format(entry.RecordedAt));
        Write(output, entry.Event);
        Write(output, entry.By.ToString());
        Write(output, entry.SourceDocument);
        Write(output, entry.Reverses.Value);
        foreach (var line in entry.Lines)
        {
            Write(output, line.Account.Value);
            Write(output, line.Side == EntrySide.Debit ? "D" : "C");
            Write(output, line.Document);
            Write(output, line.Functional);
            Write(output, line.Item?.Value ?? "");
        }
        return ContentHash.OfUtf8(output.WrittenSpan);
    }

    private static void Write(ArrayBufferWriter<byte> output, Money amount)
    {
        var span = output.GetSpan(sizeof(long) + 1);
        BinaryPrimitives.WriteInt64BigEndian(span, amount.MinorUnits);
        span[sizeof(long)] = (byte)amount.Currency.Digits;
        output.Advance(sizeof(long) + 1);
        Write(output, amount.Currency.Code);
    }

    private static void Write(ArrayBufferWriter<byte> output, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var span = output.GetSpan(sizeof(int) + length);
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        Encoding.UTF8.GetBytes(text, span[sizeof(int)..]);
        output.Advance(sizeof(int) + length);
    }
}
