namespace OrderToCash.Banking;

/// <summary>Finds the other side of a movement.</summary>
internal sealed record CamtParties
{
    private static readonly CamtParties Nobody = new();

    public string Name { get; init; } = "";

    public string Account { get; init; } = "";

    public string Bank { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>The own number the money was sent to, where it is not the account's; empty when there is none.</summary>
    public string Virtual { get; init; } = "";

    /// <summary>
    /// Money in comes from the debtor, money out goes to the creditor; a reversal keeps the roles of what it takes back. Where
    /// that side is the account's own, or is not named, it is the other one, unless that is the account's owner. The ultimate
    /// party says whose debt it is, so its name comes first. A creditor's account that is another one than the account itself is
    /// a virtual one.
    /// </summary>
    /// <param name="detail">What the bank says of the movement.</param>
    /// <param name="amount">Below zero for money out.</param>
    /// <param name="reversal">True when it takes back what came or went before.</param>
    /// <param name="ownAccount">The account of the statement.</param>
    /// <param name="owner">Its owner, as the statement names him; empty when it does not.</param>
    public static CamtParties Of(BankElement detail, Money amount, bool reversal, string ownAccount, string owner)
    {
        var (parties, agents) = (detail.At("RltdPties"), detail.At("RltdAgts"));
        if (parties is null && agents is null) return Nobody;
        var debtor = Side(parties?.At("UltmtDbtr"), parties?.At("Dbtr"), parties?.At("DbtrAcct"), agents?.At("DbtrAgt"));
        var creditor = Side(parties?.At("UltmtCdtr"), parties?.At("Cdtr"), parties?.At("CdtrAcct"), agents?.At("CdtrAgt"));
        var (first, second) = amount.IsNegative != reversal ? (creditor, debtor) : (debtor, creditor);
        var isOwn = first.Account.Length > 0 && first.Account == ownAccount;
        var isNobody = first.Name.Length == 0 && first.Account.Length == 0
            && (second.Name.Length > 0 || second.Account.Length > 0 && second.Account != ownAccount);
        var isIn = amount.IsNegative == reversal;
        if (!isOwn && (!isNobody || IsOwners(second, ownAccount, owner, isIn && !reversal)))
            return isIn && !IsSame(second.Account, ownAccount) && second.Account != first.Account
                ? first with { Virtual = second.Account } : first;
        // Accounts that are both the own one say nothing; the roles still do.
        return second.Account == ownAccount ? first with { Account = "" } : second;
    }

    // A side that stands alone is the account's owner when it bears his name. A creditor of money that came in is, too, when it
    // bears none, or nobody says how the owner is called and the number is of his bank: numbers for customers are. Which way a
    // reversal goes is not sure enough for that.
    private static bool IsOwners(CamtParties side, string account, string owner, bool isCreditor)
    {
        if (owner.Length > 0) return Plain(side.Name) == Plain(owner) || (isCreditor && side.Name.Length == 0);
        return isCreditor && (side.Name.Length == 0 || (side.Account != account && IsOfSameBank(side.Account, account)));
    }

    // IBANs of one country whose bank begins alike: four characters of it are the bank, everywhere.
    private static bool IsOfSameBank(string left, string right) => IsIban(left) && IsIban(right)
        && left.AsSpan(0, 2).SequenceEqual(right.AsSpan(0, 2)) && left.AsSpan(4, 4).SequenceEqual(right.AsSpan(4, 4));

    private static bool IsIban(string account) => account.Length >= 15 && char.IsAsciiLetterUpper(account[0])
        && char.IsAsciiLetterUpper(account[1]) && char.IsAsciiDigit(account[2]) && char.IsAsciiDigit(account[3]);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // A bank may call its account by the IBAN in one place and by the number that is in the IBAN in the other.
    private static bool IsSame(string account, string own)
    {
        var (shorter, longer) = account.Length < own.Length ? (account, own) : (own, account);
        return longer.EndsWith(shorter.TrimStart('0'), StringComparison.OrdinalIgnoreCase);
    }

    private static CamtParties Side(BankElement? ultimate, BankElement? party, BankElement? account, BankElement? agent)
    {
        var named = NameOf(ultimate).Length > 0 ? ultimate : party;
        return new()
        {
            Name = NameOf(named), Account = CamtText.AccountOf(account), Bank = BankOf(agent),
            Address = AddressOf(named) is { Length: > 0 } address ? address : AddressOf(party),
        };
    }

    private static string NameOf(BankElement? party) =>
        party?.TextAt("Nm") is { Length: > 0 } direct ? direct
        : party?.TextAt("Pty", "Nm") is { Length: > 0 } person ? person
        : party?.TextAt("Agt", "FinInstnId", "Nm") ?? "";

    // The BIC by its names of all versions, else the number of the clearing system.
    private static string BankOf(BankElement? agent)
    {
        var bank = agent?.At("FinInstnId") ?? agent;
        if (bank is null) return "";
        foreach (var name in (string[])["BICFI", "BIC"])
            foreach (var place in (BankElement?[])[bank, bank.At("CmbndId")])
                if (place?.TextAt(name) is { Length: > 0 } bic) return bic;
        return bank.TextAt("ClrSysMmbId", "MmbId") is { Length: > 0 } member ? member : bank.TextAt("ClrSysMmbId", "Id");
    }

    // Street and number, post code and town, the lines, the country.
    private static string AddressOf(BankElement? party)
    {
        var address = party?.At("PstlAdr") ?? party?.At("Pty", "PstlAdr") ?? party?.At("Agt", "FinInstnId", "PstlAdr");
        if (address is null) return "";
        string[] parts =
        [
            $"{address.TextAt("StrtNm")} {address.TextAt("BldgNb")}", $"{address.TextAt("PstCd")} {address.TextAt("TwnNm")}",
            .. address.All("AdrLine").Select(l => l.Text), address.TextAt("Ctry"),
        ];
        return string.Join(", ", parts.Select(p => p.Trim()).Where(p => p.Length > 0));
    }
}
