namespace OrderToCash.Customers;

public sealed partial record CustomerAccount
{
    /// <summary>
    /// Every broken invariant of a stored account: <c>customer.id-missing</c>, <c>customer.versions-out-of-order</c>,
    /// <c>customer.block-twice</c>, <c>customer.bank-accounts-inconsistent</c>, <c>customer.own-parent</c>, and what each
    /// version's profile finds.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone) findings.Add(CustomerErrors.IdMissing.At("id"));
        if (Versions.IsEmpty) findings.Add(CustomerErrors.VersionsOutOfOrder.At("versions"));
        for (var i = 0; i < Versions.Count; i++)
        {
            if (i > 0 && Versions[i].EffectiveFrom <= Versions[i - 1].EffectiveFrom)
                findings.Add(CustomerErrors.VersionsOutOfOrder.At($"versions[{i}].effectiveFrom",
                    ("date", Versions[i].EffectiveFrom)));
            foreach (var finding in CheckProfile(Id, Versions[i].Profile)) findings.Add(finding.Below($"versions[{i}].profile"));
        }
        for (var i = 0; i < Blocks.Count; i++)
            if (Blocks.FindIndex(b => b.Kind == Blocks[i].Kind) < i)
                findings.Add(CustomerErrors.BlockTwice.At($"blocks[{i}]", ("kind", Blocks[i].Kind)));
        for (var i = 0; i < BankAccounts.Count; i++)
            if (!IsConsistent(i))
                findings.Add(CustomerErrors.BankAccountsInconsistent.At($"bankAccounts[{i}]",
                    ("number", BankAccounts[i].Number)));
        return findings.ToEquatableArray();
    }

    internal static IEnumerable<DomainError> CheckProfile(CustomerId id, CustomerProfile profile)
    {
        foreach (var finding in (IReadOnlyList<DomainError>)profile.Check()) yield return finding;
        if (profile.Parent is { } parent && parent == id) yield return CustomerErrors.OwnParent.At("parent", ("customer", id));
    }

    // Numbered from 1 without gaps; decided exactly when it is not waiting; approved by somebody else; an IBAN is live only once.
    private bool IsConsistent(int index)
    {
        var account = BankAccounts[index];
        if (account.Number != index + 1 || account.Replaces is { } old && (old < 1 || old >= account.Number)) return false;
        if ((account.Status == BankAccountStatus.Requested) != (account.DecidedBy is null)) return false;
        if ((account.DecidedBy is null) != (account.DecidedAt is null)) return false;
        var approved = account.Status is BankAccountStatus.Active or BankAccountStatus.Replaced;
        if (approved && (account.DecidedBy!.Value.Id == account.RequestedBy.Id || account.DecidedAt < account.ApprovableFrom))
            return false;
        return !account.IsActive || BankAccounts.FindIndex(a => a.IsActive && a.Iban == account.Iban) == index;
    }
}
