using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

public class VatIdTests
{
    private static readonly Actor By = Actor.System("vies");
    private static readonly Instant At = Instant.FromUtc(2022, 3, 1, 12, 0);
    private static readonly TaxRegistration French = new() { Country = new("FR"), Id = "FR12345678901" };
    private static readonly LocalDate Today = new(2022, 3, 1);

    private static VatIdVerification Asked => Expect.Success(VatIdVerification.Request(French, By, At)).State;

    private static VatIdVerification Answered(VatIdStatus status, LocalDate on) => Expect.Success(Asked.Record(Answer(status, on), By, At)).State;

    private static VatIdAnswer Answer(VatIdStatus status, LocalDate on) => new()
    {
        Id = "FR 12345678901", Status = status, On = on, ConsultationNumber = "WAPIAAAAX", Reason = status == VatIdStatus.Unavailable ? "MS_UNAVAILABLE" : "",
    };

    private static Result<TaxTreatment> Invoice(VatIdVerification check, TaxDeterminationPolicy? policy = null) =>
        (AQuestion.From("DE").To("FR").ForBusiness().On(2022, 3, 1) with { BuyerRegistrations = [French], BuyerIdChecks = [check] }).Answer(policy);

    [Fact]
    public void A_pending_check_holds_the_document_back_until_it_is_answered()
    {
        var held = Expect.Refused(TaxErrors.BuyerIdPending, Invoice(Asked));
        Assert.True(held.Retryable);
        var treatment = Expect.Success(Invoice(Answered(VatIdStatus.Verified, Today)));
        Assert.Equal((TaxCategory.IntraCommunity, "FR12345678901"), (treatment.Category, treatment.BuyerTaxId));
    }

    [Fact]
    public async Task The_desk_asks_the_service_and_records_what_it_says()
    {
        var service = new Fake(Answer(VatIdStatus.Verified, Today));
        var answer = await service.VerifyAsync(new() { Registration = French, RequesterId = "DE123456789" }, default);
        var decision = Expect.Success(Asked.Record(answer, By, At));
        Assert.Equal("WAPIAAAAX", Assert.IsType<VatIdVerified>(decision.Events.Single()).ConsultationNumber);
        Assert.Equal((Today, "WAPIAAAAX", true), (decision.State.CheckedOn!.Value, decision.State.ConsultationNumber, decision.State.IsAnswered));
    }

    private sealed class Fake(VatIdAnswer answer) : IVatIdVerifier
    {
        public ValueTask<VatIdAnswer> VerifyAsync(VatIdQuery query, CancellationToken cancellationToken) => new(answer with { Id = query.Registration.Id });
    }

    [Fact]
    public void A_rejected_id_is_never_relied_on()
    {
        var rejected = Answered(VatIdStatus.Rejected, Today);
        Expect.Refused(TaxErrors.BuyerIdRejected, Invoice(rejected));
        Expect.Refused(TaxErrors.BuyerIdRejected, Invoice(rejected, new() { AcceptUnverifiedBuyerIds = true }));
    }

    [Fact]
    public void While_the_service_is_down_an_earlier_check_counts_for_the_days_of_grace()
    {
        var down = Expect.Success(Expect.Success(Answered(VatIdStatus.Verified, new(2022, 2, 20)).RequestAgain(By, At)).State
            .Record(Answer(VatIdStatus.Unavailable, Today), By, At)).State;
        Assert.Equal("MS_UNAVAILABLE", Expect.Refused(TaxErrors.BuyerIdUnavailable, Invoice(down)).Fact("reason"));
        Expect.Success(Invoice(down, new() { VatIds = new() { GraceDays = 9 } }));
        Expect.Refused(TaxErrors.BuyerIdUnavailable, Invoice(down, new() { VatIds = new() { GraceDays = 8 } }));
        Expect.Refused(TaxErrors.BuyerIdUnavailable, Invoice(Answered(VatIdStatus.Unavailable, Today), new() { VatIds = new() { GraceDays = 365 } }));
    }

    [Fact]
    public void An_old_check_no_longer_counts_when_the_policy_says_so()
    {
        var old = Answered(VatIdStatus.Verified, new(2021, 12, 1));
        Expect.Success(Invoice(old, new() { VatIds = new() { MaxAgeInDays = 90 } }));
        Expect.Refused(TaxErrors.BuyerIdOutdated, Invoice(old, new() { VatIds = new() { MaxAgeInDays = 89 } }));
        var stamped = AQuestion.From("DE").To("FR").ForBusiness("FR").On(2022, 3, 1);
        Expect.Refused(TaxErrors.BuyerIdOutdated, stamped.Answer(new() { VatIds = new() { MaxAgeInDays = 365 } }));
    }

    [Fact]
    public void An_answer_goes_to_its_own_id_and_only_when_somebody_asked()
    {
        Expect.Refused(VatIdErrors.AnotherId, Asked.Record(Answer(VatIdStatus.Verified, Today) with { Id = "FR99345678901" }, By, At));
        Expect.Refused(VatIdErrors.NotPending, Answered(VatIdStatus.Verified, Today).Record(Answer(VatIdStatus.Rejected, Today), By, At));
        Expect.Refused(PartyErrors.MalformedTaxId, VatIdVerification.Request(French with { Id = "FR1" }, By, At));
        Assert.Empty(Expect.Success(Asked.RequestAgain(By, At)).Events);
        Assert.Empty(Expect.Success(Asked.Record(Answer(VatIdStatus.Pending, Today), By, At)).Events);
    }

    [Fact]
    public void A_stored_status_must_agree_with_its_days() =>
        Expect.Found(VatIdErrors.Inconsistent, (Asked with { Status = VatIdStatus.Verified }).Check());

    public static Arbitrary<int[]> Commands { get; } = Arb.From(Gen.ArrayOf(Gen.Choose(0, 4)));

    [Property(MaxTest = 300, Arbitrary = [typeof(VatIdTests)])]
    public bool Any_sequence_of_answers_keeps_the_invariants(int[] commands)
    {
        var (state, day) = (Asked, Today);
        foreach (var command in commands)
        {
            day = day.PlusDays(1);
            var result = command < 4 ? state.Record(Answer((VatIdStatus)command, day), By, At) : state.RequestAgain(By, At);
            if (!result.IsSuccess) continue;
            var decision = result.Value;
            if (decision.State != decision.Events.Aggregate(state, (s, e) => s.Apply(e)) || !decision.State.Check().IsEmpty) return false;
            state = decision.State;
        }
        return state.Judge(VatIdPolicy.Default, day).IsSuccess == (state.Status == VatIdStatus.Verified);
    }
}
