"""Public models that hold ConvTranspose1d, in their default or a small configuration, with random weights.

Each is built without a network; beside it stands what its package imports and the model does not need.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable
from unittest.mock import MagicMock

Builder = Callable[[], object]


def _of(module: str, name: str) -> Callable[..., object]:
    """A class or function by its module, imported when it is called."""
    return lambda *args, **kwargs: getattr(importlib.import_module(module), name)(*args, **kwargs)


def _transformers(model: str, config: str, **settings: object) -> Builder:
    def build() -> object:
        library = importlib.import_module("transformers")
        return getattr(library, model)(getattr(library, config)(**settings))

    return build


def _configured(module: str, model: str, config: str, **settings: object) -> Builder:
    """A model that its library does not export, with its configuration's class."""
    return lambda: _of(module, model)(_of("transformers", config)(**settings))


def _diffusers(name: str, module: str = "diffusers", **settings: object) -> Builder:
    return lambda: getattr(importlib.import_module(module), name)(**settings)


def _from(module: str, name: str, *args: object, **settings: object) -> Builder:
    return lambda: _of(module, name)(*args, **settings)


def _weight_normed(build: Builder) -> Builder:
    def normed() -> object:
        model = build()
        model.apply_weight_norm()
        return model

    return normed


def _bigvgan() -> object:
    settings = {
        "resblock": "1", "num_mels": 80, "upsample_initial_channel": 512, "use_tanh_at_final": False,
        "upsample_rates": [8, 8, 2, 2], "upsample_kernel_sizes": [16, 16, 4, 4], "use_bias_at_final": False,
        "resblock_kernel_sizes": [3, 7, 11], "resblock_dilation_sizes": [[1, 3, 5]] * 3,
        "activation": "snakebeta", "snake_logscale": True, "use_cuda_kernel": False,
    }  # fmt: skip
    env = importlib.import_module("bigvgan.env")
    return _of("bigvgan.bigvgan", "BigVGAN")(env.AttrDict(settings))


_TTS = "transformers.models"
_MODELS: dict[str, dict[str, Builder]] = {
    "transformers": {
        "DacModel": _transformers("DacModel", "DacConfig"),
        "DacModel.weight_norm": _weight_normed(_transformers("DacModel", "DacConfig")),
        "EncodecModel": _transformers("EncodecModel", "EncodecConfig"),
        "FastSpeech2ConformerHifiGan": _transformers("FastSpeech2ConformerHifiGan", "FastSpeech2ConformerHifiGanConfig"),
        "HiggsAudioV2TokenizerModel": _transformers("HiggsAudioV2TokenizerModel", "HiggsAudioV2TokenizerConfig"),
        "MimiModel": _transformers("MimiModel", "MimiConfig"),
        "PocketTTSAudioTokenizerDecoderModel": _transformers(
            "PocketTTSAudioTokenizerDecoderModel", "PocketTTSAudioTokenizerDecoderConfig"
        ),
        "Qwen2_5OmniToken2WavBigVGANModel": lambda: _of(f"{_TTS}.qwen2_5_omni.modeling_qwen2_5_omni", "Qwen2_5OmniToken2WavBigVGANModel")(
            _of(f"{_TTS}.qwen2_5_omni.configuration_qwen2_5_omni", "Qwen2_5OmniBigVGANConfig")()
        ),
        "Qwen3OmniMoeCode2Wav": lambda: _of(f"{_TTS}.qwen3_omni_moe.modeling_qwen3_omni_moe", "Qwen3OmniMoeCode2Wav")(
            _of(f"{_TTS}.qwen3_omni_moe.configuration_qwen3_omni_moe", "Qwen3OmniMoeCode2WavConfig")()
        ),
        "SeamlessM4TCodeHifiGan": _transformers("SeamlessM4TCodeHifiGan", "SeamlessM4TConfig"),
        "SeamlessM4Tv2CodeHifiGan": _configured(
            f"{_TTS}.seamless_m4t_v2.modeling_seamless_m4t_v2", "SeamlessM4Tv2CodeHifiGan", "SeamlessM4Tv2Config"
        ),
        "SpeechT5HifiGan": _transformers("SpeechT5HifiGan", "SpeechT5HifiGanConfig"),
        "SpeechT5HifiGan.weight_norm": _weight_normed(_transformers("SpeechT5HifiGan", "SpeechT5HifiGanConfig")),
        "UnivNetModel": _transformers("UnivNetModel", "UnivNetConfig"),
        "UnivNetModel.odd_stride": _transformers("UnivNetModel", "UnivNetConfig", resblock_stride_sizes=[7, 5, 4]),
        "VibeVoiceAcousticTokenizerDecoderModel": _transformers(
            "VibeVoiceAcousticTokenizerDecoderModel", "VibeVoiceAcousticTokenizerDecoderConfig"
        ),
        "VitsModel": _transformers("VitsModel", "VitsConfig"),
        "XcodecModel": _transformers("XcodecModel", "XcodecConfig"),
        "XcodecModel.strides": _transformers("XcodecModel", "XcodecConfig", strides=[3, 2]),
    },
    "diffusers": {
        "AutoencoderKLKVAEAudio": _diffusers("AutoencoderKLKVAEAudio"),
        "AutoencoderKLMiniMaxH3Audio": _diffusers("AutoencoderKLMiniMaxH3Audio"),
        "AutoencoderOobleck": _diffusers("AutoencoderOobleck"),
        "Cosmos3AVAEAudioTokenizer": _diffusers("Cosmos3AVAEAudioTokenizer", dec_dim=64),
        "LTX2Vocoder": _diffusers("LTX2Vocoder", "diffusers.pipelines.ltx2.vocoder"),
        "LTX2VocoderWithBWE": _diffusers("LTX2VocoderWithBWE", "diffusers.pipelines.ltx2.vocoder"),
        "LongCatAudioDiTVae": _diffusers("LongCatAudioDiTVae"),
        "MiniMaxMusic3Vocoder": _diffusers("MiniMaxMusic3Vocoder"),
        "MMAudioVocoder": _diffusers("MMAudioVocoder"),
        "Upsample1D": _from("diffusers.models.upsampling", "Upsample1D", 64, use_conv_transpose=True),
    },
    "encodec": {
        "EncodecModel_24khz": lambda: importlib.import_module("encodec").EncodecModel.encodec_model_24khz(pretrained=False),
        "EncodecModel_48khz": lambda: importlib.import_module("encodec").EncodecModel.encodec_model_48khz(pretrained=False),
    },
    "descript-audio-codec": {"DAC": _from("dac.model.dac", "DAC")},
    "snac": {
        "SNAC_24khz": _from(
            "snac", "SNAC", encoder_dim=48, encoder_rates=[2, 4, 8, 8], decoder_dim=1024, decoder_rates=[8, 8, 4, 2],
            attn_window_size=None, codebook_size=4096, codebook_dim=8, vq_strides=[4, 2, 1],
        ),
    },
    "bigvgan": {"BigVGAN": _bigvgan},
    "demucs": {
        "Demucs": _from("demucs.demucs", "Demucs", ["drums", "bass", "other", "vocals"], channels=32),
        "HDemucs": _from("demucs.hdemucs", "HDemucs", ["drums", "bass", "other", "vocals"]),
        "HTDemucs": _from("demucs.htdemucs", "HTDemucs", ["drums", "bass", "other", "vocals"], segment=1),
    },
    "denoiser": {"dns48": _from("denoiser.demucs", "Demucs", hidden=48)},
    "monai": {
        "BasicUNet_1d": _from("monai.networks.nets", "BasicUNet", spatial_dims=1),
        "UNet_1d": _from(
            "monai.networks.nets", "UNet", spatial_dims=1, in_channels=1, out_channels=2, channels=(16, 32, 64, 128),
            strides=(2, 2, 2), num_res_units=2,
        ),
    },
    "audioseal": {
        "SEANetEncoderKeepDimension": _from(
            "audioseal.libs.audiocraft.modules.seanet", "SEANetEncoderKeepDimension", output_dim=32
        ),
    },
    "speechbrain": {
        "HifiganGenerator": _from(
            "speechbrain.lobes.models.HifiGAN", "HifiganGenerator", in_channels=80, out_channels=1, resblock_type="1",
            resblock_dilation_sizes=[[1, 3, 5], [1, 3, 5], [1, 3, 5]], resblock_kernel_sizes=[3, 7, 11],
            upsample_kernel_sizes=[16, 16, 4, 4], upsample_initial_channel=512, upsample_factors=[8, 8, 2, 2],
        ),
        "SepformerDecoder": _from(
            "speechbrain.lobes.models.dual_path", "Decoder", in_channels=256, out_channels=1, kernel_size=16, stride=8,
            bias=False,
        ),
        "segan.Generator": _from("speechbrain.lobes.models.segan_model", "Generator", 31, False, True),
        "discrete.DAC": _from("speechbrain.lobes.models.discrete.dac", "DAC", load_pretrained=False),
    },
    "moshi": {"Mimi": _from("moshi.models.loaders", "get_mimi", None)},
    "stable-audio-tools": {
        "OobleckDecoder": _from(
            "stable_audio_tools.models.autoencoders", "OobleckDecoder", out_channels=2, channels=128, latent_dim=64,
            strides=[2, 4, 4, 8, 8], c_mults=[1, 2, 4, 8, 16], use_snake=True,
        ),
    },
    "kokoro": {
        "Decoder": _from(
            "kokoro.istftnet", "Decoder", dim_in=512, style_dim=128, dim_out=80, resblock_kernel_sizes=[3, 7, 11],
            upsample_rates=[10, 6], upsample_initial_channel=512, resblock_dilation_sizes=[[1, 3, 5]] * 3,
            upsample_kernel_sizes=[20, 12], gen_istft_n_fft=20, gen_istft_hop_size=5,
        ),
    },
    "espnet": {
        "AvocodoGenerator": _from("espnet2.gan_svs.avocodo", "AvocodoGenerator"),
        "ConvDecoder": _from("espnet2.enh.decoder.conv_decoder", "ConvDecoder", 512, 16, 8),
        "HiFiGANGenerator": _from("espnet2.gan_tts.hifigan", "HiFiGANGenerator"),
        "HiFiGANGenerator.vits24k": _from(
            "espnet2.gan_tts.hifigan", "HiFiGANGenerator", upsample_scales=[5, 5, 4, 3],
            upsample_kernel_sizes=[10, 10, 8, 6],
        ),
        "MelGANGenerator": _from("espnet2.gan_tts.melgan", "MelGANGenerator"),
        "StyleMelGANGenerator": _from("espnet2.gan_tts.style_melgan", "StyleMelGANGenerator"),
        "TFGridNetV2": _from("espnet2.enh.separator.tfgridnetv2_separator", "TFGridNetV2", None, n_layers=2),
        "SEANetDecoder": _from("espnet2.gan_codec.shared.decoder.seanet", "SEANetDecoder"),
    },
    "seisbench": {
        name: _from("seisbench.models", name)
        for name in ("BasicPhaseAE", "PhaseNet", "PhaseNetLight", "PhaseTEAM", "Skynet", "VariableLengthPhaseNet")
    },
    "styletts2": {"hifigan.Decoder": _from("styletts2.Modules.hifigan", "Decoder")},
    "xcodec2": {"CodecDecoder": _from("xcodec2.vq.codec_decoder", "CodecDecoder")},
}  # fmt: skip

# Imported by a package, and not read by what is built here.
STUBS = ("torchaudio", "torchtune", "misaki", "k_diffusion", "IPython", "tensorboard", "ffmpy")


class _Stubs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name: str, path: object = None, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name.split(".")[0] not in STUBS:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> object:
        return MagicMock(__spec__=spec, __name__=spec.name, __path__=[], __version__="2.11.0")

    def exec_module(self, module: object) -> None:
        return


def models(package: str) -> dict[str, Builder]:
    sys.meta_path.append(_Stubs())
    return _MODELS[package]




