namespace OrderToCash.Banking;

/// <summary>Finds the other side of a movement.</summary>
internal static class CamtParties
{
    /// <summary>
    /// Money in comes from the debtor, money out goes to the creditor; a reversal keeps the roles of what it takes back. Where
    /// that side is the account's own, or is not named, it is the other one. The ultimate party says whose debt it is, so its
    /// name comes first.
    /// </summary>
    public static (string Name, string Account) Of(BankElement? parties, Money amount, bool reversal, string ownAccount)
    {
        if (parties is null) return ("", "");
        var (debtor, creditor) = (Side(parties, "UltmtDbtr", "Dbtr", "DbtrAcct"), Side(parties, "UltmtCdtr", "Cdtr", "CdtrAcct"));
        var (first, second) = amount.IsNegative != reversal ? (creditor, debtor) : (debtor, creditor);
        var isOwn = first.Account.Length > 0 && first.Account == ownAccount;
        var isNobody = first.Name.Length == 0 && first.Account.Length == 0;
        if (!isOwn && !isNobody) return first;
        // Accounts that are both the own one say nothing; the roles still do.
        return second.Account == ownAccount ? (first.Name, "") : second;
    }

    private static (string Name, string Account) Side(BankElement parties, string ultimate, string party, string account)
    {
        var name = NameOf(parties.At(ultimate)) is { Length: > 0 } final ? final : NameOf(parties.At(party));
        return (name, CamtText.AccountOf(parties.At(account)));
    }

    private static string NameOf(BankElement? party) =>
        party?.TextAt("Nm") is { Length: > 0 } direct ? direct
        : party?.TextAt("Pty", "Nm") is { Length: > 0 } person ? person
        : party?.TextAt("Agt", "FinInstnId", "Nm") ?? "";
}
