namespace OrderToCash.Contracts;

/// <summary>
/// A contract from draft to end: immutable numbered versions, and signatures that are bound to the hash of exactly one of them.
/// </summary>
public sealed partial record Contract
{
    /// <summary>The contract's id.</summary>
    public required ContractId Id { get; init; }

    /// <summary>Whose contract it is on the seller's side.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The buyer's account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContractStatus Status { get; init; }

    /// <summary>The versions, by number from 1; never empty.</summary>
    public required EquatableArray<ContractVersion> Versions { get; init; }

    /// <summary>Who was asked to sign what; null when nobody is asked. It stays with the signed contract.</summary>
    public SignatureRequest? Request { get; init; }

    /// <summary>When the last signatory signed; null before. From which day it holds is in the term.</summary>
    public Instant? SignedAt { get; init; }

    /// <summary>The last day it holds, once it was terminated or has expired.</summary>
    public LocalDate? EndsOn { get; init; }

    /// <summary>The latest version: the one under negotiation, to be signed, or signed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ContractVersion Latest => Versions[^1];

    /// <summary>True when it is signed and holds on a day, by the effective dates of its term and its termination.</summary>
    public bool IsInForceOn(LocalDate day)
    {
        if (SignedAt is null || day < Latest.Content.Term.EffectiveFrom) return false;
        return (EndsOn ?? Latest.Content.Term.LastDay) is not { } end || day <= end;
    }

    /// <summary>The contract that this first event makes.</summary>
    public static Contract From(ContractDrafted first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new()
        {
            Id = first.Contract, LegalEntity = first.LegalEntity, Customer = first.Customer, Status = ContractStatus.Draft,
            Versions = [Version(1, first.Content, first.Hash, ContractSide.Seller, first)],
        };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another contract, is the first one, or is unknown.</exception>
    public Contract Apply(ContractEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Contract != Id) throw new ArgumentException($"The event is about {e.Contract}, not about {Id}.", nameof(e));
        return e switch
        {
            ContractProposed p => this with
            {
                Status = ContractStatus.InNegotiation, Versions = Versions.Add(Version(p.Version, p.Content, p.Hash, p.Side, p)),
            },
            ContractApproved => this with { Status = ContractStatus.Approved },
            SignaturesRequested r => this with { Status = ContractStatus.SentForSignature, Request = Requested(r) },
            ContractSigned s => this with { Request = Request! with { Signatures = Request.Signatures.Add(Signed(s)) } },
            SignatureDeclined => this with { Status = ContractStatus.InNegotiation, Request = null },
            SignatureRequestWithdrawn or SignatureRequestExpired =>
                this with { Status = ContractStatus.Approved, Request = null },
            ContractActivated a => this with { Status = ContractStatus.Active, SignedAt = a.At },
            ContractTerminated t => this with { Status = ContractStatus.Terminated, EndsOn = t.EndsOn },
            ContractExpired x => this with { Status = ContractStatus.Expired, EndsOn = x.EndsOn },
            _ => throw new ArgumentException($"{e.GetType().Name} does not change a drafted contract.", nameof(e)),
        };
    }

    /// <summary>
    /// Every broken invariant of a stored contract: <c>contract.versions-inconsistent</c> (missing, misnumbered, or a hash that
    /// is not its content's), <c>contract.signatures-inconsistent</c>, <c>contract.id-missing</c>, and what each version's
    /// content finds.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone) findings.Add(ContractErrors.IdMissing.At("id"));
        if (Versions.IsEmpty) findings.Add(ContractErrors.VersionsInconsistent.At("versions", ("version", 1)));
        for (var i = 0; i < Versions.Count; i++)
        {
            if (Versions[i].Number != i + 1 || Versions[i].Hash != ContractHash.Of(Id, i + 1, Versions[i].Content))
                findings.Add(ContractErrors.VersionsInconsistent.At($"versions[{i}]", ("version", i + 1)));
            foreach (var finding in Versions[i].Content.Check()) findings.Add(finding.Below($"versions[{i}].content"));
        }
        if (!Versions.IsEmpty && !SignaturesHold()) findings.Add(ContractErrors.SignaturesInconsistent.At("request"));
        return findings.ToEquatableArray();
    }

    private bool SignaturesHold()
    {
        var signed = Status is ContractStatus.Active or ContractStatus.Terminated or ContractStatus.Expired;
        if ((SignedAt is not null) != signed
            || (EndsOn is not null) != Status is ContractStatus.Terminated or ContractStatus.Expired)
            return false;
        if (Request is null) return !signed && Status != ContractStatus.SentForSignature;
        if (!signed && Status != ContractStatus.SentForSignature) return false;
        if (Request.Version != Latest.Number || Request.Hash != Latest.Hash) return false;
        foreach (var signature in Request.Signatures)
            if (signature.Hash != Request.Hash || Request.Signatories.FindIndex(s => s.Person == signature.Person) < 0)
                return false;
        return Request.Awaited().IsEmpty == signed;
    }

    private static SignatureRequest Requested(SignaturesRequested e) => new()
    {
        Version = e.Version, Hash = e.Hash, Signatories = e.Signatories, Order = e.Order, ExpiresAt = e.ExpiresAt,
    };

    private static Signature Signed(ContractSigned e) =>
        new() { Person = e.Person, Hash = e.Hash, Evidence = e.Evidence, At = e.At };

    private static ContractVersion Version(
        int number, ContractDraft content, ContentHash hash, ContractSide side, ContractEvent e) =>
        new() { Number = number, Content = content, Hash = hash, ProposedBy = side, By = e.By, At = e.At };
}
