namespace OrderToCash.Banking;

/// <summary>
/// Field 86 in parts with colons between: <c>999SEPA_CREDIT_TRANSFER:Invoice 17:John Doe:DE89...</c>, as the young banks of
/// Germany write it. A word of capitals is in front, the account behind the name.
/// </summary>
internal static class ColonDetails
{
    public static Mt940Details? TryRead(string text)
    {
        if (!text.StartsWith("999", StringComparison.Ordinal)) return null;
        var parts = text[3..].Split(':');
        var account = Array.FindLastIndex(parts, SwiftText.LooksLikeIban);
        if (account < 3 || parts[0].AsSpan().ContainsAnyExcept(Capitals)) return null;
        return new()
        {
            BusinessCode = "999",
            BankText = parts[0],
            Text = string.Join(':', parts[1..(account - 1)]).Trim(),
            CounterpartyName = parts[account - 1].Trim(),
            CounterpartyAccount = parts[account],
        };
    }

    private static readonly System.Buffers.SearchValues<char> Capitals =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
}
