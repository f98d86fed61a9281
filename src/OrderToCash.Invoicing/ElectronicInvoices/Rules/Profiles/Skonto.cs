namespace OrderToCash.Invoicing;

/// <summary>
/// Cash discount as XRechnung writes it into the payment terms (BT-20): <c>#SKONTO#TAGE=14#PROZENT=2.00#</c>, one on a line,
/// with <c>BASISBETRAG=100.00#</c> behind it where it is not of the amount due.
/// </summary>
internal static class Skonto
{
    internal static bool IsWellFormed(string? terms)
    {
        if (terms is null) return true;
        var rest = terms.AsSpan();
        while (true)
        {
            var length = rest.IndexOf('\n');
            var line = (length < 0 ? rest : rest[..length]).Trim();
            // A line break comes behind every discount, the last one too.
            if (line.StartsWith("#") && (length < 0 || !IsLine(line))) return false;
            if (length < 0) return true;
            rest = rest[(length + 1)..];
        }
    }

    private static bool IsLine(ReadOnlySpan<char> line)
    {
        if (!Take(ref line, "#SKONTO#TAGE=") || !TakeDigits(ref line) || !Take(ref line, "#PROZENT=") || !TakeAmount(ref line))
            return false;
        if (!Take(ref line, "#BASISBETRAG=")) return line is "#";
        Take(ref line, "-");
        return TakeAmount(ref line) && line is "#";
    }

    private static bool Take(ref ReadOnlySpan<char> line, string text)
    {
        if (!line.StartsWith(text)) return false;
        line = line[text.Length..];
        return true;
    }

    private static bool TakeDigits(ref ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExceptInRange('0', '9');
        if (length <= 0) return false;
        line = line[length..];
        return true;
    }

    private static bool TakeAmount(ref ReadOnlySpan<char> line)
    {
        if (!TakeDigits(ref line) || !Take(ref line, ".") || line.Length < 2 || !Terms.IsDigits(line[..2])) return false;
        line = line[2..];
        return true;
    }
}
