namespace OrderToCash.Banking;

/// <summary>
/// Field NS, which banks fill beside field 86 or in its place: a line for each number. 01 to 14 say what it is for, 15 and 16
/// who, 17 what the bank calls it, 33 and 34 from where.
/// </summary>
internal static class NonSwiftDetails
{
    public static Mt940Details? TryRead(IReadOnlyList<string> lines)
    {
        var values = new SortedDictionary<int, string>();
        foreach (var line in lines)
            if (line.Length > 2 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[1]))
                values.TryAdd((line[0] - '0') * 10 + line[1] - '0', line[2..].Trim());
        string Value(int number) => values.GetValueOrDefault(number, "");
        string Joined(int first, int last) =>
            string.Join(' ', values.Where(v => v.Key >= first && v.Key <= last && v.Value.Length > 0).Select(v => v.Value));
        var (text, name) = (Joined(1, 14), Joined(15, 16));
        return text.Length + name.Length == 0 ? null : new()
        {
            Text = text,
            CounterpartyName = name,
            BankText = Value(17),
            CounterpartyBank = Value(33),
            CounterpartyAccount = Value(34).Replace(" ", "", StringComparison.Ordinal),
        };
    }
}
