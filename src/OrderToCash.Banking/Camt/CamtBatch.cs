using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>What an entry says of the batch it is the sum of.</summary>
internal static class CamtBatch
{
    /// <summary>The reference the account's owner gave the batch, else its message; empty when there is none.</summary>
    public static string ReferenceOf(BankElement entry)
    {
        foreach (var batch in entry.All("NtryDtls", "Btch").Concat(entry.All("Btch")))
            foreach (var name in (string[])["PmtInfId", "MsgId"])
                if (CamtText.Reference(batch.TextAt(name)) is { Length: > 0 } reference) return reference;
        return "";
    }

    /// <summary>How many transactions are in it, as stated; zero when it is not.</summary>
    public static int CountOf(BankElement entry)
    {
        long count = 0;
        foreach (var batch in entry.All("NtryDtls", "Btch").Concat(entry.All("Btch")))
            if (int.TryParse(batch.TextAt("NbOfTxs"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated))
                count += stated;
        return (int)Math.Min(count, int.MaxValue);
    }
}
