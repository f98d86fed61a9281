using static OrderToCash.Contracts.Tests.AContract;

namespace OrderToCash.Contracts.Tests;

public class ContractTests
{
    [Fact]
    public void A_counter_proposal_is_a_new_version_and_takes_the_approval_back()
    {
        var contract = Expect.Success(Approved().Propose(Cheaper, ContractSide.Buyer, Anna, At)).State;
        Assert.Equal(ContractStatus.InNegotiation, contract.Status);
        Assert.Equal([1, 2], contract.Versions.Select(v => v.Number));
        Assert.Equal(Content, contract.Versions[0].Content);
        Assert.NotEqual(contract.Versions[0].Hash, contract.Versions[1].Hash);
        Expect.Refused(ContractErrors.NotTheLatest, contract.Approve(1, Anna, At));
        Assert.Equal(ContractStatus.Approved, Expect.Success(contract.Approve(2, Anna, At)).State.Status);
    }

    [Fact]
    public void Proposing_or_approving_the_same_again_changes_nothing()
    {
        Assert.Empty(Expect.Success(Approved().Propose(Content, ContractSide.Buyer, Anna, At)).Events);
        Assert.Empty(Expect.Success(Approved().Approve(1, Anna, At)).Events);
        Assert.Empty(Expect.Success(Sent().RequestSignatures(Both, SigningOrder.InParallel, Deadline, Anna, At)).Events);
    }

    [Fact]
    public void Going_back_to_an_older_wording_is_a_version_of_its_own_with_a_hash_of_its_own()
    {
        var contract = Expect.Success(Drafted().Propose(Cheaper, ContractSide.Buyer, Anna, At)).State;
        contract = Expect.Success(contract.Propose(Content, ContractSide.Seller, Anna, At)).State;
        Assert.Equal(3, contract.Versions.Select(v => v.Hash).Distinct().Count());
    }

    [Fact]
    public void It_is_active_when_the_last_one_has_signed()
    {
        var half = Expect.Success(Sent().Sign(Buyer, Sent().Latest.Hash, "tx-1", Anna, At)).State;
        Assert.Equal(ContractStatus.SentForSignature, half.Status);
        Assert.Empty(Expect.Success(half.Sign(Buyer, half.Latest.Hash, "tx-1", Anna, At)).Events);

        var signed = Expect.Success(half.Sign(Seller, half.Latest.Hash, "tx-2", Anna, At + Duration.FromDays(1)));
        Assert.Equal(2, signed.Events.Count);
        Assert.Equal(ContractStatus.Active, signed.State.Status);
        Assert.Equal(At + Duration.FromDays(1), signed.State.SignedAt);
        Assert.Equal(Content.Term.EffectiveFrom, signed.State.Latest.Content.Term.EffectiveFrom);
        Assert.Empty(signed.State.Check());
        Assert.False(half.IsInForceOn(new(2026, 5, 1)));
        Assert.True(signed.State.IsInForceOn(new(2027, 2, 28)));
        Assert.False(signed.State.IsInForceOn(new(2027, 3, 1)));
        Assert.False(signed.State.IsInForceOn(new(2026, 2, 28)));
    }

    [Fact]
    public void A_signature_under_another_version_is_refused()
    {
        var contract = Expect.Success(Drafted().Propose(Cheaper, ContractSide.Buyer, Anna, At)).State;
        contract = Expect.Success(contract.Approve(2, Anna, At)).State;
        contract = Expect.Success(contract.RequestSignatures(Both, SigningOrder.InParallel, Deadline, Anna, At)).State;
        Expect.Refused(ContractErrors.OtherHash, contract.Sign(Seller, contract.Versions[0].Hash, "", Anna, At));
    }

    [Fact]
    public void In_sequence_each_waits_for_those_before()
    {
        var sent = Sent(SigningOrder.InSequence);
        Assert.True(Expect.Refused(ContractErrors.NotTheirTurn, sent.Sign(Buyer, sent.Latest.Hash, "", Anna, At)).Retryable);
        var half = Expect.Success(sent.Sign(Seller, sent.Latest.Hash, "", Anna, At)).State;
        Assert.Equal(ContractStatus.Active, Expect.Success(half.Sign(Buyer, sent.Latest.Hash, "", Anna, At)).State.Status);
    }

    [Fact]
    public void Only_those_asked_can_sign_and_only_in_time()
    {
        var hash = Sent().Latest.Hash;
        Expect.Refused(ContractErrors.SignatoryUnknown, Sent().Sign(new("mallory"), hash, "", Anna, At));
        Expect.Refused(ContractErrors.NotSent, Approved().Sign(Seller, hash, "", Anna, At));
        Expect.Refused(ContractErrors.RequestExpired, Sent().Sign(Seller, hash, "", Anna, Deadline));
        Expect.Success(Sent().Sign(Seller, hash, "", Anna, Deadline - Duration.FromSeconds(1)));
    }

    [Fact]
    public void Declining_opens_the_wording_again()
    {
        var declined = Expect.Success(Sent().Decline(Buyer, "Too dear", Anna, At)).State;
        Assert.Equal(ContractStatus.InNegotiation, declined.Status);
        Assert.Null(declined.Request);
        Expect.Refused(ContractErrors.ReasonMissing, Sent().Decline(Buyer, " ", Anna, At));
        var half = Expect.Success(Sent().Sign(Buyer, Sent().Latest.Hash, "", Anna, At)).State;
        Expect.Refused(ContractErrors.SignedAlready, half.Decline(Buyer, "Changed my mind", Anna, At));
    }

    [Fact]
    public void A_request_that_runs_out_or_is_withdrawn_leaves_the_version_approved()
    {
        Expect.Refused(ContractErrors.RequestNotExpired, Sent().ExpireRequest(Anna, At));
        Assert.Equal(ContractStatus.Approved, Expect.Success(Sent().ExpireRequest(Anna, Deadline)).State.Status);
        Assert.Equal(ContractStatus.Approved, Expect.Success(Sent().WithdrawRequest("Wrong person", Anna, At)).State.Status);
        Expect.Refused(ContractErrors.NotNegotiable, Sent().Propose(Cheaper, ContractSide.Buyer, Anna, At));
        Expect.Refused(ContractErrors.NotNegotiable, Signed().Approve(1, Anna, At));
    }

    [Fact]
    public void A_request_finds_everything_at_once()
    {
        EquatableArray<Signatory> twice = [Both[0], Both[0]];
        var result = Approved().RequestSignatures(twice, SigningOrder.InParallel, At, Anna, At);
        Expect.Refused(ContractErrors.SignatoryMissing, result);
        Expect.Refused(ContractErrors.SignatoryTwice, result);
        Expect.Refused(ContractErrors.RequestExpiresAtOnce, result);
        Expect.Refused(ContractErrors.NotApproved, Drafted().RequestSignatures(Both, SigningOrder.InParallel, Deadline, Anna, At));
    }

    [Fact]
    public void Ordinary_notice_must_be_in_time_and_does_not_shorten_the_term()
    {
        var end = new LocalDate(2027, 2, 28);
        var inTime = Expect.Success(Signed().Terminate(TerminationKind.Ordinary, new(2026, 11, 30), end, "Moving", Anna, At)).State;
        Assert.Equal((ContractStatus.Terminated, end), (inTime.Status, inTime.EndsOn));
        Assert.Empty(inTime.Check());
        Expect.Refused(ContractErrors.NoticeTooShort, Signed().Terminate(TerminationKind.Ordinary, new(2026, 12, 1), end, "x", Anna, At));
        Expect.Refused(
            ContractErrors.BeforeEndOfTerm,
            Signed().Terminate(TerminationKind.Ordinary, new(2026, 4, 1), new(2026, 12, 31), "x", Anna, At));
        Expect.Success(Signed().Terminate(TerminationKind.ForCause, new(2026, 12, 1), new(2026, 12, 1), "Insolvent", Anna, At));
        Expect.Refused(
            ContractErrors.EndsBeforeNotice,
            Signed().Terminate(TerminationKind.ForCause, new(2026, 12, 1), new(2026, 11, 30), "x", Anna, At));
        Expect.Refused(ContractErrors.NotActive, Sent().Terminate(TerminationKind.ForCause, end, end, "x", Anna, At));
    }

    [Fact]
    public void It_expires_the_day_after_its_last_day()
    {
        Expect.Refused(ContractErrors.TermNotOver, Signed().Expire(new(2027, 2, 28), Anna, At));
        var expired = Expect.Success(Signed().Expire(new(2027, 3, 1), Anna, At)).State;
        Assert.Equal(ContractStatus.Expired, expired.Status);
        Assert.Empty(Expect.Success(expired.Expire(new(2027, 3, 2), Anna, At)).Events);
    }

    [Fact]
    public void A_stored_contract_that_was_tampered_with_is_found()
    {
        var signed = Signed();
        var changed = signed with { Versions = [signed.Versions[0] with { Content = Cheaper }] };
        Expect.Found(ContractErrors.VersionsInconsistent, changed.Check());
        Expect.Found(ContractErrors.SignaturesInconsistent, (signed with { Request = null }).Check());
        Expect.Found(ContractErrors.SignaturesInconsistent, (Sent() with { Status = ContractStatus.Active, SignedAt = At }).Check());
        Assert.Empty(signed.Check());
    }

    [Fact]
    public void An_event_of_another_contract_is_a_bug() => Assert.Throws<ArgumentException>(() =>
        Drafted().Apply(new ContractApproved { Contract = new("K-2"), Version = 1, By = Anna, At = At }));
}
